using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>The basic figures of one fund as its holder sees it: the shareholders of a mother fund, the mother fund of a sub-fund.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="FundSize">Commitments of all investors.</param>
/// <param name="Commitment">The holder's commitment: initial, changes and transfers.</param>
/// <param name="PaidIn">The holder's money paid in, in cash and in kind, inside and outside the commitment; recalled distributions included.</param>
/// <param name="Distributed">Money that came back to the holder, recallable or not.</param>
/// <param name="Nav">The holder's residual value: the latest statement rolled forward by later flows; a mother fund's own is put together.</param>
/// <param name="Unfunded">Commitment less paid in inside it plus recallable distributions.</param>
/// <param name="Pic">Paid-in / commitment.</param>
/// <param name="Dpi">Distributed / paid-in.</param>
/// <param name="Rvpi">NAV / paid-in.</param>
/// <param name="Tvpi">DPI + RVPI.</param>
/// <param name="Irr">Since-inception IRR of the holder's dated flows and of <paramref name="Nav"/>, annual effective.</param>
public sealed record FundFigures(
    NodeEntry Fund, Figure<Money> FundSize, Figure<Money> Commitment, Figure<Money> PaidIn, Figure<Money> Distributed, Figure<Money> Nav,
    Figure<Money> Unfunded, Figure<Multiple> Pic, Figure<Multiple> Dpi, Figure<Multiple> Rvpi, Figure<Multiple> Tvpi,
    Figure<IrrResult> Irr)
{
    /// <summary>Amounts and multiples in the order in which they are shown; the rate, which has a form of its own, is <see cref="Irr"/>.</summary>
    public IReadOnlyList<IFigure> All => [FundSize, Commitment, PaidIn, Distributed, Nav, Unfunded, Pic, Dpi, Rvpi, Tvpi];

    /// <summary>All figures in the order in which they are shown, the rate last.</summary>
    public IReadOnlyList<IFigure> WithRate => [.. All, Irr];
}

using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Ratios;

/// <summary>A fund's ratios under one way to read a policy.</summary>
/// <param name="Value">The way, as the fact states it.</param>
/// <param name="IsChosen">Whether it is the one that figures use.</param>
/// <param name="Pic">Paid-in / commitment.</param>
/// <param name="Dpi">Distributed / paid-in.</param>
/// <param name="Rvpi">NAV / paid-in.</param>
/// <param name="Tvpi">DPI + RVPI.</param>
public sealed record PolicyOption(
    string Value, bool IsChosen, Figure<Multiple> Pic, Figure<Multiple> Dpi, Figure<Multiple> Rvpi, Figure<Multiple> Tvpi)
{
    /// <summary>The ratios in the order in which they are shown.</summary>
    public IReadOnlyList<IFigure> All => [Pic, Dpi, Rvpi, Tvpi];
}

/// <summary>A policy with what each way to read it would make of a fund's ratios.</summary>
/// <param name="Name">Name of the fact that states it.</param>
/// <param name="Fact">The fact; null where the default holds.</param>
/// <param name="Options">All ways.</param>
public sealed record PolicyReading(string Name, FactEntry? Fact, IReadOnlyList<PolicyOption> Options);

/// <summary>A fund's vintage year and where it comes from.</summary>
/// <param name="Year">The year that is used: as stated, else by the convention; null where neither gives one.</param>
/// <param name="Stated">As somebody stated it.</param>
/// <param name="ByFirstCall">Year of the first payment.</param>
/// <param name="ByFirstClosing">Year of the first commitment.</param>
/// <param name="Convention">The convention that holds.</param>
/// <param name="Fact">The fact that states the convention; null where the default holds.</param>
public sealed record VintageReading(
    int? Year, int? Stated, int? ByFirstCall, int? ByFirstClosing, VintageConvention Convention, FactEntry? Fact);

/// <summary>What the policies of ratios make of a fund: the choice that holds beside all others.</summary>
public static class PolicyReadings
{
    /// <summary>Every policy of ratios with its options; empty where the code names no fund of the books.</summary>
    /// <param name="view">The books on a day, as known at an instant.</param>
    /// <param name="code">Code of the mother fund or of a sub-fund that it holds.</param>
    public static IReadOnlyList<PolicyReading> Of(LedgerView view, string code)
    {
        if (FundFigureEngine.Of(view, code) is null) return [];
        var chosen = RatioPolicies.In(view);
        return
        [
            Read(FactNames.RecallablePolicy, Enum.GetValues<RecallablePolicy>(), chosen.Recallable, one => chosen with { Recallable = one }),
            Read(
                FactNames.OutsideCommitmentPolicy, Enum.GetValues<OutsideCommitmentPolicy>(), chosen.OutsideCommitment,
                one => chosen with { OutsideCommitment = one }),
        ];

        PolicyReading Read<T>(string name, IReadOnlyList<T> all, T held, Func<T, RatioPolicies> with)
            where T : struct, Enum => new(
                name, RatioPolicies.FactOf(view, name),
                [.. all.Select(one => Option(FundFigureEngine.Of(view, code, with(one))!, name, one.ToString(), one.Equals(held)))]);
    }

    /// <summary>A fund's vintage year by each convention.</summary>
    public static VintageReading Vintage(LedgerView view, NodeEntry fund)
    {
        var years = new VintageYears(view);
        return new VintageReading(
            years.Of(fund), years.StatedOf(fund), years.Of(fund, VintageConvention.FirstCall), years.Of(fund, VintageConvention.FirstClosing),
            RatioPolicies.In(view).Vintage, RatioPolicies.FactOf(view, FactNames.VintageConvention));
    }

    private static PolicyOption Option(FundFigures figures, string name, string value, bool isChosen)
    {
        return new PolicyOption(value, isChosen, Named(figures.Pic), Named(figures.Dpi), Named(figures.Rvpi), Named(figures.Tvpi));

        Figure<Multiple> Named(Figure<Multiple> ratio)
        {
            var id = ratio.Id with { Scope = $"{ratio.Id.Scope}/{name}:{value}" };
            return ratio.Value is { } multiple ? Figure<Multiple>.Of(id, multiple, ratio.Trail) : Figure<Multiple>.None(id, ratio.NoneReason!, ratio.Trail);
        }
    }
}

using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Registry;

/// <summary>A number that is known without the records behind it, as people read it.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="On">First day on which it holds.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Source">Where it is printed, or what proves it.</param>
/// <param name="IsIllustrative">Whether it, or a part of it, is invented.</param>
public sealed record StatedCard(FigureStated Figure, DateOnly On, Provenance Provenance, string Source, bool IsIllustrative)
{
    /// <summary>The number with its unit, total and share, in a language.</summary>
    public string Number(string language) => EntryText.Number(Figure, language);

    internal static IReadOnlyList<StatedCard> Of(RegistryState state, string subject) =>
    [
        .. state.FiguresOf(subject).Select(stated => new StatedCard(
            stated.Figure, stated.Entry.EffectiveFrom, stated.Entry.Provenance, stated.Entry.Source, stated.Entry.Origin.IsIllustrative)),
    ];
}

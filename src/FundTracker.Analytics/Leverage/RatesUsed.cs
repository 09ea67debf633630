using System.Globalization;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;

namespace FundTracker.Analytics.Leverage;

/// <summary>A stated rate that amounts were converted at.</summary>
/// <param name="Pair">From and to: <c>USD/CNY</c>.</param>
/// <param name="From">Since when it is stated.</param>
/// <param name="Rate">Units of the second currency for one of the first.</param>
public sealed record UsedRate(string Pair, DateOnly From, decimal Rate)
{
    internal static UsedRate Of(FactEntry fact) => new(
        fact.Name[(fact.Name.IndexOf(':', StringComparison.Ordinal) + 1)..], fact.EffectiveFrom,
        decimal.Parse(fact.Value, NumberStyles.Number, CultureInfo.InvariantCulture));

    /// <summary>The rates that some figures stand on, each once, by pair and day.</summary>
    public static IReadOnlyList<UsedRate> Behind(params IEnumerable<IFigure> figures) =>
        [.. figures.SelectMany(Facts).DistinctBy(fact => fact.Sequence).Select(Of).OrderBy(rate => rate.Pair, StringComparer.Ordinal).ThenBy(rate => rate.From)];

    private static IEnumerable<FactEntry> Facts(IFigure figure) => figure.Trail.Inputs.SelectMany(input => input switch
    {
        FigureInput inner => Facts(inner.Figure),
        FactInput { Fact: { } fact } when StatedRates.IsRate(fact) => [fact],
        _ => [],
    });
}

/// <summary>The rates that amounts were converted at while they were added up, and the first day that none was stated for.</summary>
internal sealed class RatesUsed
{
    private readonly SortedDictionary<long, FactEntry> facts = [];
    private DateOnly missingOn;

    /// <summary>The pair and the earliest day without a rate; null where all have one.</summary>
    public DomainError? Missing { get; private set; }

    /// <summary>The rates as inputs of a figure, by recording.</summary>
    public IEnumerable<FactInput> Inputs(LedgerView view) => facts.Values.Select(fact => new FactInput("exchangeRate", view.Book.MotherFund, fact));

    public void Use(FactEntry fact) => facts[fact.Sequence] = fact;

    public void Miss(string pair, DateOnly day)
    {
        if (Missing is not null && missingOn <= day) return;
        (Missing, missingOn) = (FigureReasons.NoRate(pair, day), day);
    }

    public void Add(RatesUsed others)
    {
        foreach (var fact in others.facts.Values) Use(fact);
        if (others.Missing is not null && (Missing is null || others.missingOn < missingOn)) (Missing, missingOn) = (others.Missing, others.missingOn);
    }
}

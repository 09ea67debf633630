using System.Globalization;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Policies;

/// <summary>What an input is computed from: the books on a day, the fund that is judged, its plan, and the rule's parameters.</summary>
/// <param name="View">The books.</param>
/// <param name="Fund">The fund.</param>
/// <param name="Class">The class of its sub-funds that is judged; null for the fund itself.</param>
/// <param name="Plan">Its contribution plan as far as it was known; null where it has none.</param>
/// <param name="Numbers">Parameters that inputs read, by name, in their units.</param>
/// <param name="Judged">What the rules in force on a day say of the books on it; asked for by inputs of evaluations only.</param>
/// <param name="LocalEntries">What counts as re-invested in the district; asked for by inputs about that only.</param>
internal sealed record PolicyScope(
    LedgerView View, NodeEntry Fund, string? Class, ContributionPlan? Plan, IReadOnlyDictionary<string, decimal> Numbers,
    Func<DateOnly, IReadOnlyList<RuleResult>> Judged, Lazy<LocalLedger> LocalEntries)
{
    /// <summary>What the rules in force on a day say of the books on that day.</summary>
    public IReadOnlyList<RuleResult> RulesOn(DateOnly day) => Judged(day);

    /// <summary>What counts as re-invested in the district.</summary>
    public LocalLedger Local => LocalEntries.Value;

    /// <summary>Edges into the fund: everybody's commitments to it.</summary>
    public IReadOnlyList<int> Investors { get; } = [.. Of(View, View.Book.EdgesInto(Fund.Id), EdgeKind.Commitment)];

    /// <summary>The fund's commitments to other funds.</summary>
    public IReadOnlyList<int> Funds { get; } = [.. Of(View, View.Book.EdgesHeldBy(Fund.Id), EdgeKind.Commitment)];

    /// <summary>The fund's holdings in companies.</summary>
    public IReadOnlyList<int> Holdings { get; } = [.. Of(View, View.Book.EdgesHeldBy(Fund.Id), EdgeKind.Holding)];

    /// <summary>The fund's holdings; of the mother fund with those of the funds below it.</summary>
    public IReadOnlyList<int> AllHoldings => !IsMother
        ? Holdings
        : [.. Holdings.Concat(Funds.SelectMany(edge => Of(View, View.Book.EdgesHeldBy(View.Book.Edges[edge].Investee), EdgeKind.Holding))).Distinct()];

    /// <summary>Whether the fund is the mother fund.</summary>
    public bool IsMother => Fund.Id == View.Book.MotherFund;

    /// <summary>Address of an input's figure: the fund, the class, the parameters that were read.</summary>
    public FigureId Id(string formula)
    {
        var parts = Numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"/{pair.Key}:{pair.Value.ToString(CultureInfo.InvariantCulture)}");
        return new FigureId($"policy.{formula}", $"{Fund.Code}{(Class is null ? "" : $"/class:{Class}")}{string.Concat(parts)}");
    }

    /// <summary>Money of some lines; the reason where some are in another currency than the fund's, because amounts of two are not added.</summary>
    public Figure<Money> Sum(string formula, IReadOnlyList<int> edges, KindSet kinds, long total)
    {
        if (Mixed(edges, kinds) is { } mixed) return Figure<Money>.None(Id(formula), mixed);
        var money = Money.FromMinor(total, Fund.Currency);
        return Figure<Money>.Of(Id(formula), money, edges.Count == 0 ? Trail.Empty : Trail.Of(LinesInput.Of("lines", View, edges, kinds, money)));
    }

    /// <summary>Why the lines of some kinds on some edges can't be added: one is in another currency than the fund's; null where they can.</summary>
    public DomainError? Mixed(IReadOnlyList<int> edges, KindSet kinds) => Mixed(View, Fund, edges, kinds);

    /// <summary>The same of any fund.</summary>
    public static DomainError? Mixed(LedgerView view, NodeEntry fund, IReadOnlyList<int> edges, KindSet kinds)
    {
        var other = edges.Where(edge => view.Book.Edges[edge].Currency != fund.Currency && view.Has(edge, kinds)).Select(edge => (int?)edge).FirstOrDefault();
        return other is { } edge ? FigureReasons.CurrenciesMixed($"{fund.Currency.Code}, {view.Book.Edges[edge].Currency.Code}") : null;
    }

    /// <summary>A phase of the plan as an input, with whether it is illustrative.</summary>
    public FigureInput Phase(Tranche phase) => new("phase", Figure<Money>.Of(
        new FigureId("policy.phase", string.Create(CultureInfo.InvariantCulture, $"{Fund.Code}/phase:{phase.Number}")), phase.Amount,
        new Trail([], IsIllustrative: FieldsRead.IsInvented(phase.Provenance, phase.Invented, RecordFields.Amount))));

    /// <summary>Phases of the plan that were known, by number; none where there is no plan.</summary>
    public IReadOnlyList<Tranche> Phases => [.. (Plan?.Tranches ?? []).Where(phase => phase.RecordedAt <= View.KnownAt)];

    /// <summary>A ratio of two amounts as a percentage; the reason where the amount below the line is not above zero.</summary>
    public Figure<Percentage> Share(string formula, Figure<Money> part, Figure<Money> whole, DomainError whenNothing)
    {
        var trail = Trail.Of(new FigureInput("numerator", part), new FigureInput("denominator", whole));
        if ((part.NoneReason ?? whole.NoneReason) is { } missing) return Figure<Percentage>.None(Id(formula), missing, trail);
        return whole.Require().IsPositive
            ? Figure<Percentage>.Of(Id(formula), Percentage.FromFraction((decimal)part.Require().MinorUnits / whole.Require().MinorUnits), trail)
            : Figure<Percentage>.None(Id(formula), whenNothing, trail);
    }

    /// <summary>A ratio of two amounts as a multiple.</summary>
    public Figure<Multiple> Times(string formula, Figure<Money> part, Figure<Money> whole, DomainError whenNothing)
    {
        var trail = Trail.Of(new FigureInput("numerator", part), new FigureInput("denominator", whole));
        if ((part.NoneReason ?? whole.NoneReason) is { } missing) return Figure<Multiple>.None(Id(formula), missing, trail);
        return whole.Require().IsPositive
            ? Figure<Multiple>.Of(Id(formula), Multiple.Of(part.Require(), whole.Require()), trail)
            : Figure<Multiple>.None(Id(formula), whenNothing, trail);
    }

    /// <summary>A quantity.</summary>
    public Figure<Quantity> Quantity(string formula, decimal value, QuantityUnit unit, params IReadOnlyList<TrailInput> inputs) =>
        Figure<Quantity>.Of(Id(formula), Domain.Values.Quantity.Of(value, unit), Trail.Of(inputs));

    /// <summary>A quantity that can't be said.</summary>
    public Figure<Quantity> Unknown(string formula, DomainError reason) => Figure<Quantity>.None(Id(formula), reason);

    /// <summary>The fact that holds of a node, or null.</summary>
    public FactEntry? Fact(NodeId node, string name) => View.Book.FactOn(node, name, View.AsOf, View.KnownAt);

    /// <summary>First day of a cash contribution into the fund, or null.</summary>
    public DateOnly? FirstMoney() => StandingLines.FirstDay(View, Investors, FirstUse.In);

    private static IEnumerable<int> Of(LedgerView view, IEnumerable<int> edges, EdgeKind kind) =>
        edges.Where(edge => view.Book.Edges[edge].Kind == kind && view.Book.Edges[edge].RecordedAt <= view.KnownAt);
}

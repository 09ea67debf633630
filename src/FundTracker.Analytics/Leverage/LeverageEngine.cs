using System.Globalization;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Leverage;

/// <summary>Computes the five leverage ratios of a mother fund's portfolio, or of parts of it, from a view of the ledger.</summary>
public static class LeverageEngine
{
    /// <summary>Behind the scope of a sum: its part that came in the currency that follows.</summary>
    internal const string CurrencyPart = "/currency:";

    /// <summary>Kinds that count as social capital unless a fact says otherwise.</summary>
    public static IReadOnlyList<InvestorKind> DefaultSocialKinds { get; } = [InvestorKind.SocialCapital, InvestorKind.Financial, InvestorKind.Manager];

    /// <summary>Groupings by which the portfolio is cut, besides the whole and single funds.</summary>
    public static IReadOnlyList<(string Name, string Fact)> Groupings { get; } =
        [("sector", FactNames.Sector), ("class", FactNames.FundClass), ("stage", FactNames.FundStage)];

    /// <summary>The whole portfolio, then each sub-fund, sector, class and stage.</summary>
    public static IReadOnlyList<LeverageRow> AllRows(LedgerView view)
    {
        var held = view.Derive<CountedFunds>().Edges;
        var rows = new List<LeverageRow> { Whole(view) };
        rows.AddRange(view.Derive<FundLeverage>().Rows);
        foreach (var (name, fact) in Groupings)
        {
            rows.AddRange(held.GroupBy(edge => FactValue(view, edge, fact)).Where(group => group.Key.Length > 0)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Row(view, $"{view.Book.Root.Code}/{name}:{group.Key}", name, group.Key, [.. group])));
        }

        return rows;
    }

    /// <summary>The whole portfolio.</summary>
    public static LeverageRow Whole(LedgerView view) => view.Derive<WholeLeverage>().Row;

    /// <summary>One part by its scope (see <see cref="LeverageRow.Scope"/>) or that of a sum within it; null where there is none.</summary>
    public static LeverageRow? Find(LedgerView view, string scope)
    {
        if (scope.IndexOf(CurrencyPart, StringComparison.Ordinal) is > 0 and var end) return Find(view, scope[..end]);
        if (string.Equals(scope, view.Book.Root.Code, StringComparison.OrdinalIgnoreCase)) return Whole(view);
        if (view.Book.FindNode(scope) is { } fund)
            return view.Derive<CountedFunds>().Edges.Where(edge => view.Book.Edges[edge].Investee == fund.Id).Select(edge => FundRow(view, edge)).FirstOrDefault();
        return AllRows(view).FirstOrDefault(row => string.Equals(row.Scope, scope, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>One sub-fund by the mother fund's commitment to it.</summary>
    internal static LeverageRow FundRow(LedgerView view, int edge)
    {
        var code = view.Book.Node(view.Book.Edges[edge].Investee).Code;
        return Row(new Portfolio(view, code, [edge], view.Book.Edges[edge].Currency), "fund", code);
    }

    /// <summary>The committed ratio of the whole portfolio on the day of a view, at the rates of a later day.</summary>
    internal static Figure<Multiple> CommittedAtRatesOf(LedgerView view, LedgerView later)
    {
        var part = new Portfolio(view, view.Book.Root.Code, view.Derive<CountedFunds>().Edges, view.Book.Root.Currency, later);
        return Divide(part, LeverageFormula.TotalToMotherCommitted, Committed(part));
    }

    /// <summary>What everybody promised, and what the mother fund did.</summary>
    private static (Figure<Money> Numerator, Figure<Money> Denominator) Committed(Portfolio part) => (part.TotalCommitted(), part.OwnCommitted());

    private static Figure<Multiple> Divide(Portfolio part, LeverageFormula formula, (Figure<Money> Numerator, Figure<Money> Denominator) of) =>
        FundFigureEngine.Ratio(new FigureId($"leverage.{formula}", part.Scope), of.Numerator, of.Denominator, FigureReasons.DenominatorZero("denominator"));

    private static string FactValue(LedgerView view, int edge, string fact) =>
        view.Book.FactOn(view.Book.Edges[edge].Investee, fact, view.AsOf, view.KnownAt)?.Value ?? "";

    /// <summary>Some sub-funds together.</summary>
    internal static LeverageRow Row(LedgerView view, string scope, string groupName, string groupValue, IReadOnlyList<int> own) =>
        Row(new Portfolio(view, scope, own, view.Book.Root.Currency), groupName, groupValue);

    /// <summary>A part of the portfolio.</summary>
    internal static LeverageRow Row(Portfolio part, string groupName, string groupValue)
    {
        var social = SocialKinds(part.View);
        var sources = InvestorSplit.Of(part, social);
        var ratios = LeverageDefinition.All.Select(definition => Ratio(part, definition, sources, groupName, groupValue)).ToList();
        return new LeverageRow(part.Scope, groupName, groupValue, part.Codes, ratios, sources.ByKind, social);
    }

    private static LeverageRatio Ratio(Portfolio part, LeverageDefinition definition, InvestorSplit sources, string groupName, string groupValue)
    {
        var (numerator, denominator) = definition.Formula switch
        {
            LeverageFormula.SocialToFiscal => (sources.Social, sources.Fiscal),
            LeverageFormula.SocialShare => (sources.Social, sources.Total),
            LeverageFormula.TotalToMotherCommitted => Committed(part),
            LeverageFormula.TotalToMotherPaidIn => (part.TotalPaidIn(), part.OwnPaidIn()),
            LeverageFormula.LookThrough => RoundMoney.Of(part),
            _ => throw new ArgumentOutOfRangeException(nameof(definition)),
        };
        var ratio = Divide(part, definition.Formula, (numerator, denominator));
        return new LeverageRatio(definition, numerator, denominator, ratio, Target(part, definition.Formula, groupName, groupValue, ratio))
        {
            Rates = part.IsConverted ? UsedRate.Behind(numerator, denominator) : [],
        };
    }

    /// <summary>
    /// Targets: a fact on the mother fund for the whole (in the formula's own reading), and for classes L-01's class targets, a fact
    /// <c>leverageTarget:class:Theme</c> that sets others' money to ours, committed.
    /// </summary>
    private static LeverageTarget? Target(Portfolio part, LeverageFormula formula, string groupName, string groupValue, Figure<Multiple> ratio)
    {
        var name = groupName switch
        {
            "all" => $"{FactNames.LeverageTarget}:{formula}",
            "class" when formula == LeverageFormula.TotalToMotherCommitted => $"{FactNames.LeverageTarget}:class:{groupValue}",
            _ => null,
        };
        if (name is null || part.View.Book.FactOn(part.View.Book.MotherFund, name, part.View.AsOf, part.View.KnownAt) is not { } fact) return null;
        var stated = decimal.Parse(fact.Value, NumberStyles.Number, CultureInfo.InvariantCulture);
        var target = groupName == "class" ? stated + 1 : stated;
        return new LeverageTarget(target, groupName == "class" ? stated : null, ratio.Value is null ? null : ratio.Value.Value >= target);
    }

    private static IReadOnlyList<InvestorKind> SocialKinds(LedgerView view) =>
        view.Book.FactOn(view.Book.MotherFund, FactNames.SocialKinds, view.AsOf, view.KnownAt) is { } fact
            ? [.. fact.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Enum.Parse<InvestorKind>)]
            : DefaultSocialKinds;
}

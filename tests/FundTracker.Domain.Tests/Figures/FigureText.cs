using System.Globalization;
using System.Text;
using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Analytics.Returns;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>All that a view answers, written out whole with every trail, so that two views can be held against each other.</summary>
internal static class FigureText
{
    private static readonly (KindSet Kinds, string Name)[] Sets =
    [
        (LineKinds.CommitmentKinds, "commitments"), (LineKinds.PaidInKinds, "paid-in"), (LineKinds.DistributionKinds, "distributions"),
        (LineKinds.PaidInKinds | LineKinds.DistributionKinds, "paid-in and distributions"), (LineKinds.UnfundedKinds, "unfunded"),
        (LineKinds.CashKinds, "cash"), (LineKinds.InvestmentKinds, "investments"),
    ];

    /// <summary>Balances of all edges, figures, leverage, exposure and money that waits.</summary>
    public static string Of(LedgerView view)
    {
        var text = new Page();
        for (var edge = 0; edge < view.Book.Edges.Count; edge++) Balance(text, view, edge);
        foreach (var node in view.Book.Nodes) Say(text, $"cash {node.Code} {view.Cash(node.Id)}");
        foreach (var funds in FundFigureEngine.OfFamily(view))
            foreach (var figure in funds.WithRate) Figure(text, figure, 0);
        foreach (var row in LeverageEngine.AllRows(view)) Leverage(text, row);
        Exposure(text, LookThrough.Of(view));
        foreach (var waiting in view.Derive<WaitingFunds>().All)
            Say(text, $"waits in {waiting.Fund.Code} since {waiting.Since:O}: {string.Join(", ", waiting.Lots.Select(lot => Text($"{lot.Amount} since {lot.Since:O} of generation {lot.Generation}{(lot.IsPaidIn ? ", paid in" : "")}")))} begun {waiting.HasBegun}, idle {waiting.Idle(view.AsOf, 365)}");
        return text.ToString();
    }

    /// <summary>Figures alone, each with its trail.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="said">Those that the reader has seen whole; these are added.</param>
    public static string Of(IEnumerable<IFigure> figures, HashSet<(FigureId, object?)>? said = null)
    {
        var text = new Page(said);
        foreach (var figure in figures) Figure(text, figure, 0);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Balance(Page text, LedgerView view, int edge)
    {
        Say(text, $"edge {edge}: {view.Commitment(edge)} {view.PaidIn(edge)} {view.Distributed(edge)} {view.Unfunded(edge)} {view.OutstandingCalls(edge)}");
        Say(text, $"  level {view.LevelLine(edge)} {view.LevelDate(edge):O} {view.LevelRolledForward(edge)} {view.FlowSinceLevel(edge)} from {view.FirstPaidIn(edge):O}");
        foreach (var kind in LineKinds.All.Where(kind => view.Has(edge, KindSet.Of(kind))))
            Say(text, $"  {kind} {view.Sum(edge, kind)} {(view.IsIllustrative(edge, KindSet.Of(kind)) ? "illustrative" : "")}");
    }

    private static void Leverage(Page text, LeverageRow row)
    {
        Say(text, $"leverage {row.Scope} {row.GroupName} {row.GroupValue} of {string.Join(',', row.SubFunds)}, social {string.Join(',', row.SocialKinds)}");
        foreach (var money in row.ByKind) Say(text, $"  {money.Kind} {money.IsSocial} {money.Amount}");
        foreach (var ratio in row.Ratios)
        {
            Figure(text, ratio.Numerator, 1);
            Figure(text, ratio.Denominator, 1);
            Figure(text, ratio.Ratio, 1);
            if (ratio.Target is { } target) Say(text, $"  target {target.Value} ({target.OthersToOurs}), met {target.IsMet}");
            foreach (var rate in ratio.Rates) Say(text, $"  at {rate.Pair} {rate.Rate} since {rate.From:O}");
        }
    }

    private static void Exposure(Page text, LookThroughExposure exposure)
    {
        foreach (var row in exposure.Companies)
            Say(text, $"company {row.Company.Code} {row.Sector} {row.Stage} {row.Location} {row.Carrier} {row.Value} {row.InvestedByFunds} {string.Join(',', row.Funds)} {row.StaleSince:O}");
        foreach (var slice in exposure.Slices)
        {
            Say(text, $"slice {slice.Value} {slice.Companies}");
            Figure(text, slice.Amount, 1);
            Figure(text, slice.Share, 1);
        }

        IFigure[] whole = [exposure.LookThroughValue, exposure.Residual, exposure.Coverage, exposure.Nav, exposure.TopTen, exposure.Herfindahl];
        foreach (var figure in whole) Figure(text, figure, 0);
        foreach (var left in exposure.Unconverted)
            Say(text, $"not converted: {left.Currency}, {left.Holdings} holdings of {string.Join(',', left.Funds)}: {left.Reason}");
    }

    private static void Figure(Page text, IFigure figure, int depth)
    {
        var indent = new string(' ', depth);
        var isNew = text.IsNew(figure);
        Say(text, $"{indent}{figure.Id} = {Value(figure.Value) ?? figure.NoneReason?.ToString()}{Mark(figure.IsIllustrative)}{(isNew ? "" : ", as above")}");
        if (!isNew) return;
        foreach (var input in figure.Trail.Inputs)
        {
            if (input is FigureInput inner)
            {
                Say(text, $"{indent} {input.Role}{Mark(input.IsIllustrative)}:");
                Figure(text, inner.Figure, depth + 2);
                continue;
            }

            Say(text, $"{indent} {input.Role}{Mark(input.IsIllustrative)}: {Input(input)}");
        }
    }

    private static string? Input(TrailInput input) => input switch
    {
        LinesInput lines => Text($"{Kinds(lines.Kinds)} on {string.Join(',', lines.Edges.Order())} {lines.Total} {lines.StaleSince:O}{Narrowed(lines)}"),
        RegistryInput entry => $"{entry.Name} {entry.Amount} by entry {entry.Entry.Id.Value}",
        FactInput fact => $"{fact.Fact?.Name} = {fact.Fact?.Value} of {fact.Subject.Value}",
        _ => input.ToString(),
    };

    private static string Narrowed(LinesInput lines) => string.Concat(
        lines.Part == LinePart.All ? "" : $" {lines.Part}",
        lines.Days is { } days ? Text($" from {days.From:O} to {days.To:O}") : "",
        lines.Positions is { } positions ? $" lines {string.Join(',', positions.Select(position => position + 1))}" : "",
        lines.StatedOn is { } stated ? Text($" stated on {stated:O}") : "",
        lines.Calls is { } calls ? $" calls {string.Join(',', calls.Order())}" : "");

    private static string? Value(object? value) => value switch
    {
        null => null,
        Multiple multiple => Text($"{multiple.Value}x"),
        Percentage percentage => Text($"{percentage.Percent} %"),
        IrrResult.None none => $"no rate: {none.Reason}",
        IrrResult irr => Text($"{irr.GetType().Name} {string.Join(' ', irr.Roots.Select(root => root.Rate.ToString("R", CultureInfo.InvariantCulture)))} over {irr.Days} days"),
        _ => value.ToString(),
    };

    private static string Kinds(KindSet kinds) =>
        Sets.FirstOrDefault(set => set.Kinds == kinds).Name ?? string.Join(' ', kinds.Kinds());

    private static string Mark(bool isIllustrative) => isIllustrative ? " (illustrative)" : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Say(Page text, FormattableString line) => text.All.AppendLine(Text(line).TrimEnd());

    /// <summary>What was said; the trail of a figure that stands on it already is not written again.</summary>
    private sealed class Page(HashSet<(FigureId, object?)>? before = null)
    {
        private readonly HashSet<(FigureId, object?)> said = before ?? [];

        public StringBuilder All { get; } = new();

        public bool IsNew(IFigure figure) => said.Add((figure.Id, figure.Value ?? figure.NoneReason));

        public override string ToString() => All.ToString();
    }
}

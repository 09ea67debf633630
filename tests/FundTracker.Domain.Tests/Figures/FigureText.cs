using System.Globalization;
using System.Text;
using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>All that a view answers, written out whole with every trail, so that two views can be held against each other.</summary>
internal static class FigureText
{
    /// <summary>Balances of all edges, figures, leverage, exposure and money that waits.</summary>
    public static string Of(LedgerView view)
    {
        var text = new StringBuilder();
        for (var edge = 0; edge < view.Book.Edges.Count; edge++) Balance(text, view, edge);
        foreach (var node in view.Book.Nodes) Say(text, $"cash {node.Code} {view.Cash(node.Id)}");
        foreach (var funds in FundFigureEngine.OfFamily(view))
            foreach (var figure in funds.WithRate) Figure(text, figure, 0);
        foreach (var row in LeverageEngine.AllRows(view)) Leverage(text, row);
        Exposure(text, LookThrough.Of(view));
        foreach (var waiting in view.Derive<WaitingFunds>().All)
            Say(text, $"waits in {waiting.Fund.Code} since {waiting.Since:O}: {string.Join(", ", waiting.Lots)} {waiting.HasBegun} {waiting.Idle(view.AsOf, 365)}");
        return text.ToString();
    }

    private static void Balance(StringBuilder text, LedgerView view, int edge)
    {
        Say(text, $"edge {edge}: {view.Commitment(edge)} {view.PaidIn(edge)} {view.Distributed(edge)} {view.Unfunded(edge)} {view.OutstandingCalls(edge)}");
        Say(text, $"  level {view.LevelLine(edge)} {view.LevelDate(edge):O} {view.LevelRolledForward(edge)} {view.FlowSinceLevel(edge)} from {view.FirstPaidIn(edge):O}");
        foreach (var kind in LineKinds.All.Where(kind => view.Has(edge, KindSet.Of(kind))))
            Say(text, $"  {kind} {view.Sum(edge, kind)} {(view.IsIllustrative(edge, KindSet.Of(kind)) ? "illustrative" : "")}");
    }

    private static void Leverage(StringBuilder text, LeverageRow row)
    {
        Say(text, $"leverage {row.Scope} {row.GroupName} {row.GroupValue} of {string.Join(',', row.SubFunds)}");
        foreach (var money in row.ByKind) Say(text, $"  {money.Kind} {money.IsSocial} {money.Amount}");
        foreach (var ratio in row.Ratios)
        {
            Figure(text, ratio.Numerator, 1);
            Figure(text, ratio.Denominator, 1);
            Figure(text, ratio.Ratio, 1);
            Say(text, $"  target {ratio.Target}");
        }
    }

    private static void Exposure(StringBuilder text, LookThroughExposure exposure)
    {
        foreach (var row in exposure.Companies)
            Say(text, $"company {row.Company.Code} {row.Sector} {row.Stage} {row.Location} {row.Carrier} {row.Value} {row.InvestedByFunds} {string.Join(',', row.Funds)}");
        foreach (var slice in exposure.Slices)
        {
            Say(text, $"slice {slice.Value} {slice.Companies}");
            Figure(text, slice.Amount, 1);
            Figure(text, slice.Share, 1);
        }

        IFigure[] whole = [exposure.LookThroughValue, exposure.Residual, exposure.Coverage, exposure.Nav, exposure.TopTen, exposure.Herfindahl];
        foreach (var figure in whole) Figure(text, figure, 0);
    }

    private static void Figure(StringBuilder text, IFigure figure, int depth)
    {
        const int Deepest = 6;
        Say(text, $"{new string(' ', depth)}{figure.Id} = {figure.Value ?? figure.NoneReason} {(figure.IsIllustrative ? "illustrative" : "")}");
        if (depth > Deepest) return;
        foreach (var input in figure.Trail.Inputs)
        {
            Say(text, $"{new string(' ', depth + 1)}{input.Role} {(input.IsIllustrative ? "illustrative" : "")}");
            if (input is FigureInput inner) Figure(text, inner.Figure, depth + 1);
            else if (input is LinesInput lines) Say(text, $"{lines.Kinds.Bits} {string.Join(',', lines.Edges.Order())} {lines.Total}");
            else if (input is FactInput fact) Say(text, $"{fact.Subject} {fact.Fact}");
        }
    }

    private static void Say(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}

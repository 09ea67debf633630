using System.Globalization;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Imports.Positions;

/// <summary>
/// Turns a position table into opening balances on the mother fund's commitments: what the table says less what the books say for the
/// same day, dated that day. So the same table twice changes nothing, and a later one posts the difference. Another table of the same day is
/// refused with both shown, as is one of a day that has not come yet; lines of a table that were reversed no longer stand for it.
/// </summary>
internal sealed class PositionPlanner
{
    /// <summary>References of lines from position tables start with it.</summary>
    public const string ReferenceStart = "Positions:";

    private static readonly (PositionMeasure Measure, string Name)[] Reportable =
    [
        (PositionMeasure.Commitment, "commitment"), (PositionMeasure.CapitalCalled, "paidIn"),
        (PositionMeasure.CapitalDistributed, "distributed"), (PositionMeasure.RemainingValue, "nav"),
    ];

    private readonly ImportBooks books;
    private readonly ImportPlan plan;
    private readonly string sheet;
    private readonly Dictionary<EdgeId, List<LineDraft>> planned = [];
    private readonly Dictionary<EdgeId, (DateOnly Day, IReadOnlySet<LineKind> Kinds)> latestTable;
    private readonly Dictionary<DateOnly, LedgerView> views = [];

    private PositionPlanner(
        ImportBooks books, ImportPlan plan, string sheet, Dictionary<EdgeId, (DateOnly Day, IReadOnlySet<LineKind> Kinds)> latestTable) =>
        (this.books, this.plan, this.sheet, this.latestTable) = (books, plan, sheet, latestTable);

    /// <summary>Judges a table.</summary>
    /// <param name="books">The books; the mother fund is set up where it is missing.</param>
    /// <param name="sheets">The file: one sheet.</param>
    /// <param name="options">How it is to be read.</param>
    /// <param name="progress">Is told how far it is; may be null.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public static async Task<ImportPlan> Plan(
        ImportBooks books, IReadOnlyList<ImportSheet> sheets, PositionOptions options, IProgress<ImportProgress>? progress,
        CancellationToken cancellation)
    {
        var judged = new ImportPlan(books);
        var table = sheets[0];
        if (Prepare(books, options, judged) is not { } currency) return judged;
        var planner = new PositionPlanner(books, judged, table.Name, await LatestTables(books, cancellation));
        var rows = PositionTable.Read(table, options, currency, judged).OrderBy(row => row.AsOf).ThenBy(row => row.Row).ToList();
        var funds = new PositionFunds(books, rows);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i % 50 == 0) progress?.Report(new ImportProgress(ImportStep.Judging, i, rows.Count));
            planner.Judge(rows[i], funds);
        }

        progress?.Report(new ImportProgress(ImportStep.Judging, rows.Count, rows.Count));
        return judged;
    }

    private static Currency? Prepare(ImportBooks books, PositionOptions options, ImportPlan plan)
    {
        var mapped = options.Mapping is null ? null : PositionMapping.Parse(options.Mapping) is { IsSuccess: true } read ? read.Value.Currency : null;
        var code = (options.Currency ?? mapped)?.ToUpperInvariant();
        var currency = books.Root?.Currency ?? Currency.Cny;
        if (code is not null && !Currency.TryOf(code, out currency!))
        {
            plan.Errors.Add(ImportErrors.NotAWord(string.Join(", ", Currency.Known)).At("currency"));
            return null;
        }

        if (books.Root is not null) return currency;
        if (books.MotherFunds.Any(fund => fund.Code == books.Code || fund.Family == books.Code))
        {
            plan.Errors.Add(ImportErrors.CodeTaken(books.Code).At("fund"));
            return null;
        }

        var name = BilingualName.Of(options.Name ?? books.Code, options.Name ?? books.Code);
        var root = MotherFund.SetUp(new NodeId(books.Desk.NextId()), books.Code, family: null, name, currency, Provenance.Recorded, books.At);
        _ = books.Add(root).Value;
        books.Own(root);
        return currency;
    }

    /// <summary>The last day of which an edge has a table, and what it told.</summary>
    private static async Task<Dictionary<EdgeId, (DateOnly Day, IReadOnlySet<LineKind> Kinds)>> LatestTables(
        ImportBooks books, CancellationToken cancellation)
    {
        if (books.Existing is not { } there) return [];
        var chain = there.Head.Chain;
        var latest = await books.Desk.Db.Lines.AsNoTracking()
            .Where(line => line.Chain == chain && line.Reference.StartsWith(ReferenceStart) && line.Reverses == null)
            .Where(line => !books.Desk.Db.Lines.Any(other => other.Chain == chain && other.Reverses == line.Sequence))
            .Select(line => new { line.Edge, line.EffectiveDate, line.Kind }).ToListAsync(cancellation);
        return latest.GroupBy(line => line.Edge).ToDictionary(group => group.Key, group =>
        {
            var day = group.Max(line => line.EffectiveDate);
            IReadOnlySet<LineKind> kinds = group.Where(line => line.EffectiveDate == day).Select(line => MeasureOf(line.Kind)).ToHashSet();
            return (day, kinds);
        });
    }

    private void Judge(PositionRow row, PositionFunds funds)
    {
        var (lines, facts, nodes) = (books.Lines.Count, books.Facts.Count, books.NewNodes.Count);
        var outcome = funds.Of(row).Then(found =>
        {
            if (found.Remark is { } remark) plan.Remarks.Add(ImportErrors.AtRow(sheet, row.Row, "fund_name", row.Name, remark));
            return from edge in books.Commitment(books.Root!, found.Fund)
                   from same in SameCurrency(row, found.Fund)
                   from posted in Post(row, found.Fund, edge)
                   from stated in State(row, found.Fund)
                   select stated;
        });
        if (!outcome.IsSuccess)
        {
            plan.Refused.Add((sheet, row.Row));
            plan.Errors.AddRange(outcome.Errors.Select(error => ImportErrors.AtRow(sheet, row.Row, error.Field ?? "fund_name", row.Name, error)));
            return;
        }

        var isNew = books.Lines.Count > lines || books.Facts.Count > facts || books.NewNodes.Count > nodes;
        plan.Others.Add(new PlannedRow(row.Row, isNew));
    }

    private static Result<Done> SameCurrency(PositionRow row, Fund fund) =>
        row.Currency == fund.Currency ? Done.Value : LedgerErrors.CurrencyMixed(row.Currency, fund.Currency);

    private Result<Done> Post(PositionRow row, Fund fund, EdgeBalance edge)
    {
        if (row.AsOf > books.Desk.Today) return ImportErrors.AsOfInFuture(row.AsOf, books.Desk.Today).At("as_of_date");
        var lines = Differences(row, edge).ToList();
        if (latestTable.TryGetValue(edge.Id, out var latest))
        {
            if (lines.Exists(line => line.Kind != LineKind.Nav) && latest.Day > row.AsOf)
                return ImportErrors.LaterTableRecorded(fund.Code, latest.Day).At("as_of_date");
            if (latest.Day == row.AsOf && lines.Find(line => latest.Kinds.Contains(MeasureOf(line.Kind))) is { } other) return Contradicts(row, edge, other);
        }

        foreach (var line in lines)
        {
            var posted = books.Post(line with
            {
                Reference = $"{ReferenceStart}{fund.Code}@{row.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
                Note = string.Create(CultureInfo.InvariantCulture, $"{sheet}:{row.Row}"),
            });
            if (!posted.IsSuccess) return Result<Done>.Refused([.. posted.Errors.Select(error => error.At("as_of_date"))]);
            if (!planned.TryGetValue(edge.Id, out var list)) planned[edge.Id] = list = [];
            list.Add(line);
        }

        return Done.Value;
    }

    /// <summary>The kind under which a table's first word on the same measure was posted.</summary>
    private static LineKind MeasureOf(LineKind kind) => kind is LineKind.CommitmentIncrease or LineKind.CommitmentReduction ? LineKind.Commitment : kind;

    private Result<Done> Contradicts(PositionRow row, EdgeBalance edge, LineDraft other)
    {
        var (view, index) = (ViewOn(row.AsOf)!, books.Existing!.Snapshot.FindIndexOf(edge.Id));
        var (measure, recorded) = MeasureOf(other.Kind) switch
        {
            LineKind.Commitment => (PositionMeasure.Commitment, view.Commitment(index)),
            LineKind.OpeningContribution => (PositionMeasure.CapitalCalled, view.PaidIn(index)),
            LineKind.OpeningDistribution => (PositionMeasure.CapitalDistributed, view.Distributed(index)),
            _ => (PositionMeasure.RemainingValue, view.Book.Columns.Amounts[view.LevelLine(index)]),
        };
        var given = row.Amounts[measure];
        return ImportErrors.TableRecorded(row.AsOf, Money.FromMinor(recorded, given.Currency).ToString()!, given.ToString()!).At(PositionColumns.NameOf(measure));
    }

    private IEnumerable<LineDraft> Differences(PositionRow row, EdgeBalance edge)
    {
        if (row.Amounts.TryGetValue(PositionMeasure.Commitment, out var commitment)
            && Missing(row, edge, LineKinds.CommitmentKinds, commitment, rule => rule.Commitment) is { } more)
            yield return Commitment(row, edge, more);
        if (row.Amounts.TryGetValue(PositionMeasure.CapitalCalled, out var called)
            && Missing(row, edge, LineKinds.PaidInKinds, called, rule => rule.PaidIn) is { } paid)
            yield return new LineDraft(edge.Id, LineKind.OpeningContribution, row.AsOf, paid);
        if (row.Amounts.TryGetValue(PositionMeasure.CapitalDistributed, out var distributed)
            && Missing(row, edge, LineKinds.DistributionKinds, distributed, rule => rule.Distributed) is { } back)
            yield return new LineDraft(edge.Id, LineKind.OpeningDistribution, row.AsOf, back);
        if (row.Amounts.TryGetValue(PositionMeasure.RemainingValue, out var nav) && !IsStated(row, edge, nav))
            yield return new LineDraft(edge.Id, LineKind.Nav, row.AsOf, nav);
    }

    /// <summary>What the table says beyond the books on its day; null where they agree. A first zero is posted: it was reported.</summary>
    private Money? Missing(PositionRow row, EdgeBalance edge, KindSet kinds, Money stated, Func<LineKindRule, int> sign)
    {
        var (view, index) = (ViewOn(row.AsOf), books.Existing?.Snapshot.FindIndexOf(edge.Id) ?? -1);
        var inFile = planned.GetValueOrDefault(edge.Id, []).Where(line => kinds.Contains(line.Kind) && line.EffectiveDate <= row.AsOf).ToList();
        var isKnown = inFile.Count > 0 || (index >= 0 && view!.Has(index, kinds));
        long recorded = 0;
        foreach (var kind in kinds.Kinds()) recorded += sign(LineKinds.RuleOf(kind)) * (index >= 0 ? view!.Sum(index, kind) : 0);
        foreach (var line in inFile) recorded += sign(LineKinds.RuleOf(line.Kind)) * line.Amount.MinorUnits;
        var difference = stated - Money.FromMinor(recorded, stated.Currency);
        return isKnown && difference.IsZero ? null : difference;
    }

    private LineDraft Commitment(PositionRow row, EdgeBalance edge, Money difference)
    {
        var isFirst = !planned.GetValueOrDefault(edge.Id, []).Exists(line => LineKinds.CommitmentKinds.Contains(line.Kind))
            && (books.Existing?.Snapshot.FindIndexOf(edge.Id) is not (>= 0 and var index) || !ViewOn(DateOnly.MaxValue)!.Has(index, LineKinds.CommitmentKinds));
        if (isFirst) return new LineDraft(edge.Id, LineKind.Commitment, row.AsOf, difference);
        return difference.IsNegative
            ? new LineDraft(edge.Id, LineKind.CommitmentReduction, row.AsOf, -difference)
            : new LineDraft(edge.Id, LineKind.CommitmentIncrease, row.AsOf, difference);
    }

    private bool IsStated(PositionRow row, EdgeBalance edge, Money nav)
    {
        var inFile = planned.GetValueOrDefault(edge.Id, []).LastOrDefault(line => line.Kind == LineKind.Nav && line.EffectiveDate == row.AsOf);
        if (inFile is not null) return inFile.Amount == nav;
        if (books.Existing?.Snapshot.FindIndexOf(edge.Id) is not (>= 0 and var index)) return false;
        var view = ViewOn(row.AsOf)!;
        return view.LevelDate(index) == row.AsOf && view.Book.Columns.Amounts[view.LevelLine(index)] == nav.MinorUnits;
    }

    private Result<Done> State(PositionRow row, Fund fund)
    {
        var blank = string.Join(',', Reportable.Where(pair => !row.Amounts.ContainsKey(pair.Measure)).Select(pair => pair.Name));
        return StateIfNew(row, fund, FactNames.NotReported, blank).Then(_ => row.Vintage is { } year
            ? StateIfNew(row, fund, FactNames.VintageYear, year.ToString(CultureInfo.InvariantCulture))
            : Done.Value);
    }

    private Result<Done> StateIfNew(PositionRow row, Fund fund, string name, string value)
    {
        var inFile = books.Facts.LastOrDefault(fact => fact.Subject == fund.Id && fact.Name == name && fact.EffectiveFrom <= row.AsOf);
        var stated = inFile?.Value ?? books.Existing?.Snapshot.FactOn(fund.Id, name, row.AsOf, Stamp.Max)?.Value ?? "";
        return stated == value ? Done.Value : books.State(new FactDraft(fund.Id, name, value, row.AsOf));
    }

    private LedgerView? ViewOn(DateOnly day)
    {
        if (books.Existing is not { } there) return null;
        if (!views.TryGetValue(day, out var view)) views[day] = view = new LedgerView(there.Snapshot, day, Stamp.Max);
        return view;
    }
}

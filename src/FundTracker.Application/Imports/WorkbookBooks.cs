using System.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Imports;

/// <summary>
/// The books with what a workbook's rows may name in them: calls, plans and rounds by ref, the rows that were imported before, and the
/// file's own rows by ref.
/// </summary>
/// <param name="books">Members, edges, lines.</param>
/// <param name="signed">Who hands in and who approves; in a dry run nobody yet.</param>
internal sealed class WorkbookBooks(ImportBooks books, Signatures signed)
{
    private readonly Dictionary<string, CallInBooks> callByRef = new(StringComparer.Ordinal);
    private readonly Dictionary<CapitalCallId, CallInBooks> callById = [];
    private readonly Dictionary<string, RoundInBooks> roundByRef = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ContributionPlan Plan, int Number)> trancheByRef = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> linesByReference = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Sheet, string Folded), string> spellings = [];
    private readonly RegistryRows registry = new(books);
    private readonly List<DomainError> remarks = [];
    private ILookup<(string Sheet, string Ref), RecordRow> children = Array.Empty<RecordRow>().ToLookup(row => ("", ""));

    public ImportBooks Books => books;

    /// <summary>When each row was recorded; null where all are recorded now.</summary>
    public IRecordingHistory? History { get; set; }

    public Signatures Signed => signed;

    /// <summary>Rows that were imported before, by sheet and ref.</summary>
    public Dictionary<(string Sheet, string Ref), ImportedRow> Imported { get; } = [];

    /// <summary>Lines of the books that the file takes back, by reference.</summary>
    public Dictionary<string, List<LedgerLine>> Posted { get; } = new(StringComparer.Ordinal);

    /// <summary>What cases of local re-investment are recognised at on a day.</summary>
    public Func<DateOnly, Result<LocalTerms>> TermsOn { get; set; } = _ => throw new InvalidOperationException("Nobody said what cases are recognised at.");

    /// <summary>What each new row became, where others may name it.</summary>
    public Dictionary<RecordRow, string> Targets { get; } = [];

    public Dictionary<NodeId, ContributionPlan> Plans { get; } = [];

    public List<ContributionPlan> NewPlans { get; } = [];

    public List<CapitalCall> NewCalls { get; } = [];

    public List<FinancingRound> NewRounds { get; } = [];

    /// <summary>Entries of the registry that the file adds.</summary>
    public IReadOnlyList<RegistryEntry> NewEntries => registry.New;

    /// <summary>
    /// How a ref was written where it stood first, in the books or in the file. Refs are told apart by case and width here, but not by
    /// SQL Server's usual collations, where the second of two would be taken for the first.
    /// </summary>
    public string SpellingOf(string sheet, string reference)
    {
        var folded = reference.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        return spellings.TryAdd((sheet, folded), reference) ? reference : spellings[(sheet, folded)];
    }

    /// <summary>Reads what rows may name.</summary>
    /// <param name="books">The books.</param>
    /// <param name="signed">Who signs.</param>
    /// <param name="reversed">References of rows that the file takes back.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public static async Task<WorkbookBooks> Read(
        ImportBooks books, Signatures signed, IReadOnlyList<string> reversed, CancellationToken cancellation)
    {
        var read = new WorkbookBooks(books, signed);
        if (books.Existing is not { } there) return read;
        var (db, root) = (books.Desk.Db, there.Head.MotherFund);
        foreach (var row in await db.ImportedRows.AsNoTracking().Where(row => row.MotherFund == root).ToListAsync(cancellation))
        {
            read.Imported.Add((row.Sheet, row.Ref), row);
            read.SpellingOf(row.Sheet, row.Ref);
        }

        var plans = books.IsDryRun ? db.ContributionPlans.AsNoTracking() : db.ContributionPlans;
        foreach (var plan in await plans.Where(plan => plan.MotherFund == root).ToListAsync(cancellation)) read.Plans.Add(plan.Fund, plan);
        var chain = there.Head.Chain;
        foreach (var part in reversed.Chunk(500))
        {
            var lines = await db.Lines.AsNoTracking().Where(line => line.Chain == chain && part.Contains(line.Reference)).ToListAsync(cancellation);
            foreach (var line in lines) ListOf(read.Posted, line.Reference).Add(line);
        }

        await read.RecallCalls(root, cancellation);
        read.RecallRounds(await db.FinancingRounds.AsNoTracking().Where(round => round.MotherFund == root).ToListAsync(cancellation));
        return read;
    }

    /// <summary>Tells which new rows stand below which: items below calls, conditions below phases.</summary>
    public void Arrange(ILookup<(string Sheet, string Ref), RecordRow> below) => children = below;

    /// <summary>The new rows of another sheet that name this one.</summary>
    public IReadOnlyList<RecordRow> Below(RecordRow row, string sheet) => [.. children[(sheet, row.Ref)]];

    /// <summary>Takes the lines of a row in: with its reference, its provenance and a note.</summary>
    public Result<Done> Post(RecordRow row, params IReadOnlyList<LineDraft> lines)
    {
        var halves = LineActs.CheckWhole(lines, edge => books.Balance(edge).Entry).ToList();
        if (halves.Count > 0) return Result<Done>.Refused(halves);
        foreach (var line in lines)
        {
            var posted = books.Post(line with { Reference = row.Reference, Provenance = row.Provenance, Invented = row.Invented | line.Invented });
            if (!posted.IsSuccess) return posted;
            ListOf(linesByReference, row.Reference).Add(books.Lines.Count - 1);
        }

        return Done.Value;
    }

    /// <summary>Takes what a row says of a carrier, a programme or a company's year in.</summary>
    public Result<Done> Register(RecordRow row, RegistryEvent happened) => registry.Add(row, happened, signed);

    /// <summary>Positions of the lines that a row of this file gave.</summary>
    public IReadOnlyList<int> LinesOf(string reference) => linesByReference.GetValueOrDefault(reference, []);

    /// <summary>Whether a line, of the books or of this file, was taken back.</summary>
    public bool IsReversed(long sequence) =>
        books.Lines.Any(line => line.Reverses == sequence)
        || (books.Existing is { } there && there.Snapshot.Columns.Reverses[..there.Snapshot.LineCount].Contains((int)sequence));

    /// <summary>An amount of a row, exact to the minor unit.</summary>
    public static Result<Money> Amount(RecordRow row, string column, Currency currency) =>
        Money.TryOf(row.Amount(column), currency, out var money) ? money : ImportErrors.FinerThanMinorUnit(currency).At(column);

    /// <summary>An amount of a row, above zero.</summary>
    public static Result<Money> Positive(RecordRow row, string column, Currency currency) =>
        Amount(row, column, currency).Then<Money>(money => money.IsPositive ? money : ImportErrors.NotPositive().At(column));

    /// <summary>The issued call of a ref.</summary>
    public Result<CallInBooks> Call(RecordRow row) =>
        callByRef.TryGetValue(row.Text("call"), out var call) ? call : ImportErrors.UnknownRef("Calls", row.Text("call")).At("call");

    /// <summary>The call that a line belongs to, or null.</summary>
    public CallInBooks? FindCall(CapitalCallId? id) => id is { } key ? callById.GetValueOrDefault(key) : null;

    /// <summary>Calls of a fund, those of the file so far included.</summary>
    public IReadOnlyList<CapitalCall> CallsOf(NodeId fund) => [.. callById.Values.Select(call => call.Call).Where(call => call.Fund == fund)];

    /// <summary>Keeps something that a person should know though nothing is refused, once.</summary>
    public void Remark(DomainError remark)
    {
        if (!remarks.Exists(known => known.ToString() == remark.ToString())) remarks.Add(remark);
    }

    /// <summary>What a person should know though nothing is refused.</summary>
    public IReadOnlyList<DomainError> Remarks => remarks;

    /// <summary>The number that the next call of a fund gets.</summary>
    public int NextNumber(NodeId fund) =>
        1 + callById.Values.Where(call => call.Call.Fund == fund).Select(call => call.Call.Number).DefaultIfEmpty(0).Max();

    /// <summary>Keeps a new, issued call.</summary>
    public void Add(RecordRow row, CapitalCall call)
    {
        NewCalls.Add(call);
        Targets[row] = call.Id.ToString();
        callByRef[row.Ref] = callById[call.Id] = new CallInBooks(call, [.. call.Shares.Select(_ => 0L)]);
    }

    /// <summary>The round of a ref.</summary>
    public Result<RoundInBooks> Round(RecordRow row) =>
        roundByRef.TryGetValue(row.Text("round"), out var round) ? round : ImportErrors.UnknownRef("Rounds", row.Text("round")).At("round");

    /// <summary>Keeps a new round.</summary>
    public void Add(RecordRow row, FinancingRound round, Money? raised)
    {
        NewRounds.Add(round);
        Targets[row] = round.Id.ToString();
        roundByRef[row.Ref] = new RoundInBooks(round.Id, round.Company) { Raised = raised };
    }

    /// <summary>The phase of a ref.</summary>
    public Result<(ContributionPlan Plan, int Number)> Tranche(RecordRow row) => trancheByRef.TryGetValue(row.Text("tranche"), out var tranche)
        ? tranche
        : ImportErrors.UnknownRef("Tranches", row.Text("tranche")).At("tranche");

    /// <summary>Keeps a new phase.</summary>
    public void Add(RecordRow row, ContributionPlan plan, Tranche tranche)
    {
        trancheByRef[row.Ref] = (plan, tranche.Number);
        Targets[row] = $"{plan.Id}/{tranche.Number}";
    }

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    private async Task RecallCalls(NodeId root, CancellationToken cancellation)
    {
        var stored = books.IsDryRun ? books.Desk.Db.CapitalCalls.AsNoTracking() : books.Desk.Db.CapitalCalls;
        var calls = await stored.Where(call => call.MotherFund == root).ToListAsync(cancellation);
        var byKey = calls.ToDictionary(call => call.Id.ToString(), StringComparer.Ordinal);
        foreach (var call in calls) callById[call.Id] = new CallInBooks(call, call.PaidOf(books.Existing!.Everything));
        foreach (var ((sheet, reference), row) in Imported)
        {
            if (sheet == "Calls" && byKey.TryGetValue(row.Target, out var call)) callByRef[reference] = callById[call.Id];
            if (sheet != "Tranches") continue;
            var (plan, number) = (row.Target.Split('/')[0], row.Target.Split('/')[1]);
            trancheByRef[reference] = (Plans.Values.Single(p => p.Id.ToString() == plan), int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private void RecallRounds(IReadOnlyList<FinancingRound> rounds)
    {
        var byId = rounds.ToDictionary(round => round.Id.Value, round => new RoundInBooks(round.Id, round.Company));
        var columns = books.Existing!.Snapshot.Columns;
        for (var i = 0; i < books.Existing.Snapshot.LineCount; i++)
        {
            if (columns.Rounds[i] == 0 || !byId.TryGetValue(columns.Rounds[i], out var round)) continue;
            var currency = books.Existing.Snapshot.Edges[columns.Edges[i]].Currency;
            if ((LineKind)columns.Kinds[i] == LineKind.RoundRaised)
                round.Raised = Money.FromMinor((round.Raised?.MinorUnits ?? 0) + columns.Amounts[i], currency);
            else if (round.Raised is null || round.Raised.Currency == currency) round.Parts += columns.Amounts[i];
        }

        foreach (var ((sheet, reference), row) in Imported)
        {
            if (sheet == "Rounds" && long.TryParse(row.Target, System.Globalization.CultureInfo.InvariantCulture, out var key) && byId.TryGetValue(key, out var round))
                roundByRef[reference] = round;
        }
    }
}

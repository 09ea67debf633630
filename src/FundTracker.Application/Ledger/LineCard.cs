using FundTracker.Application.Books;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Ledger;

/// <summary>A ledger line as people read it.</summary>
/// <param name="Sequence">Place in the chain, from 1.</param>
/// <param name="EffectiveDate">The day from which it counts.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Holder">Investor or investing fund; the fund itself on its own account.</param>
/// <param name="Investee">Fund or company; the fund itself on its own account.</param>
/// <param name="Amount">In the natural sense of the kind; a reversal has the sign turned.</param>
/// <param name="ImpactOnUnfunded">Signed effect on unfunded.</param>
/// <param name="Purpose">What called money is for.</param>
/// <param name="InsideCommitment">Whether paid-in or called money counts against the commitment.</param>
/// <param name="Recallable">Whether a distribution raises unfunded again.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Call">The call that it belongs to, or null.</param>
/// <param name="Round">The financing round that it belongs to, or null.</param>
/// <param name="Voucher">The voucher by which it was approved, or null.</param>
/// <param name="Document">The document behind it, or null.</param>
/// <param name="DocumentName">File name of the document; empty where there is none.</param>
/// <param name="Reverses">Sequence of the line that it takes back, or null.</param>
/// <param name="ReversedBy">Sequence of the line that takes it back, as known at the instant asked for; or null.</param>
/// <param name="CorrectsClosed">Sequence of the line in a closed quarter that it corrects, or null.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="ApprovedBy">Who approved it; <see cref="Signatures.OpeningBalance"/> where it opened the books.</param>
/// <param name="Reference">The source's own reference; empty where there is none.</param>
/// <param name="Note">Free words.</param>
/// <param name="Hash">SHA-256 that links it to the line before, lower-case hex.</param>
/// <param name="HasIllustrativeInstant">Whether the instant of recording belongs to a made-up history, as in the demonstration.</param>
/// <param name="Invented">Fields that are invented although the line was printed.</param>
public sealed record LineCard(
    long Sequence, DateOnly EffectiveDate, Stamp RecordedAt, LineKind Kind, NodeEntry Holder, NodeEntry Investee, Money Amount,
    Money ImpactOnUnfunded, CallPurpose Purpose, bool InsideCommitment, bool Recallable, Provenance Provenance, CapitalCallId? Call,
    FinancingRoundId? Round, VoucherId? Voucher, DocumentId? Document, string DocumentName, long? Reverses, long? ReversedBy,
    long? CorrectsClosed, string RecordedBy, string ApprovedBy, string Reference, string Note, string Hash,
    bool HasIllustrativeInstant = false, RecordFields Invented = RecordFields.None)
{
    private const int ChunkLines = 500;

    /// <summary>Lines by their positions, in the order given.</summary>
    internal static async Task<IReadOnlyList<LineCard>> Read(
        Desk desk, LedgerView view, IReadOnlyList<int> positions, CancellationToken cancellation)
    {
        var lines = new Dictionary<long, LedgerLine>(positions.Count);
        foreach (var chunk in positions.Chunk(ChunkLines))
        {
            var keys = chunk.Select(i => LedgerLine.KeyOf(view.Book.Chain, i + 1)).ToList();
            await foreach (var line in desk.Db.Lines.AsNoTracking().Where(line => keys.Contains(line.Id)).AsAsyncEnumerable().WithCancellation(cancellation))
                lines[line.Sequence] = line;
        }

        var wanted = lines.Values.Select(line => line.Document).OfType<DocumentId>().Distinct().ToList();
        var names = new Dictionary<DocumentId, string>();
        foreach (var chunk in wanted.Chunk(ChunkLines))
        {
            var papers = desk.Db.Documents.Where(paper => chunk.Contains(paper.Id)).Select(paper => new { paper.Id, paper.FileName });
            await foreach (var paper in papers.AsAsyncEnumerable().WithCancellation(cancellation)) names[paper.Id] = paper.FileName;
        }

        var reversals = Reversals(view);
        var illustrativeUntil = view.Book.InstantsIllustrativeUntil;
        return [.. positions.Select(i => Of(lines[i + 1], view.Book, names, reversals, illustrativeUntil))];
    }

    private static Dictionary<long, long> Reversals(LedgerView view)
    {
        var reversals = new Dictionary<long, long>();
        var reverses = view.Book.Columns.Reverses[..view.Known];
        for (var i = 0; i < reverses.Length; i++) if (reverses[i] != 0) reversals[reverses[i]] = i + 1;
        return reversals;
    }

    private static LineCard Of(
        LedgerLine line, BookSnapshot book, Dictionary<DocumentId, string> names, Dictionary<long, long> reversals, Stamp? illustrativeUntil)
    {
        var edge = book.Edges[book.IndexOf(line.Edge)];
        return new LineCard(
            line.Sequence, line.EffectiveDate, line.RecordedAt, line.Kind, book.Node(edge.Holder), book.Node(edge.Investee), line.Amount,
            Money.FromMinor(line.ImpactOnUnfunded, edge.Currency), line.Purpose, line.InsideCommitment, line.Recallable, line.Provenance,
            line.Call, line.Round, line.Voucher, line.Document, line.Document is { } paper ? names[paper] : "", line.Reverses,
            reversals.TryGetValue(line.Sequence, out var by) ? by : null, line.CorrectsClosed, line.RecordedBy, line.ApprovedBy, line.Reference,
            line.Note, Convert.ToHexStringLower(line.Hash), HasIllustrativeInstant: line.RecordedAt <= illustrativeUntil,
            line.Invented);
    }
}

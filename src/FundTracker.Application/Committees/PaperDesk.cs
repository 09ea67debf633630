using System.Security.Cryptography;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Reports;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Committees;

/// <summary>Computes what a committee's papers say: when they are bound, and again whenever they are opened.</summary>
/// <param name="desk">Database and clock.</param>
/// <param name="reports">Puts reports together.</param>
/// <param name="seals">Seals them.</param>
public sealed class PaperDesk(Desk desk, QuarterlyReportReader reports, IReportSeals seals)
{
    /// <summary>Binds a quarterly report as known at an instant; now where none is given.</summary>
    public async Task<Result<PaperBinding>> Bind(string books, Quarter quarter, Stamp? knownAt, CancellationToken cancellation) =>
        (await reports.Read(books, quarter, knownAt, cancellation)).Map(report =>
            PaperBinding.ToReport(quarter, report.KnownAt, seals.HashOf(report, "zh"), seals.HashOf(report, "en")));

    /// <summary>Binds an attached document by its bytes.</summary>
    public async Task<Result<PaperBinding>> Bind(NodeId motherFund, DocumentId document, CancellationToken cancellation) =>
        await HashOf(motherFund, document, cancellation) is { } hash
            ? PaperBinding.ToDocument(document, hash)
            : PipelineErrors.NotFound("document", document.ToString());

    /// <summary>Opens the papers of an item again.</summary>
    /// <returns>A check of each that counts, or why a report can't be put together.</returns>
    public async Task<Result<IReadOnlyList<PaperCheck>>> Check(string books, AgendaItem item, CancellationToken cancellation)
    {
        var checks = new List<Result<PaperCheck>>();
        foreach (var paper in item.CurrentPapers) checks.Add(await Check(books, paper, cancellation));
        return checks.All();
    }

    /// <summary>Opens a paper again: the report as it was bound and with all that was recorded since, or the document's bytes.</summary>
    public async Task<Result<PaperCheck>> Check(string books, CommitteePaper paper, CancellationToken cancellation)
    {
        if (paper.Document is { } document)
        {
            var hash = await HashOf(paper.MotherFund, document, cancellation) ?? "";
            return new PaperCheck(paper.Number, paper.Sha256, hash, hash);
        }

        var bound = await reports.Read(books, paper.Quarter!, paper.KnownAt, cancellation);
        var now = await reports.Read(books, paper.Quarter!, knownAt: null, cancellation);
        return bound.Then(then => now.Map(later => Compare(paper, then, Under(then, later))));
    }

    /// <summary>The later report under the head of the earlier one, so that only figures and words can differ.</summary>
    private static QuarterlyReport Under(QuarterlyReport head, QuarterlyReport later) =>
        later with { KnownAt = head.KnownAt, PeriodState = head.PeriodState };

    private PaperCheck Compare(CommitteePaper paper, QuarterlyReport then, QuarterlyReport later)
    {
        var (foundZh, foundEn) = (seals.HashOf(then, "zh"), seals.HashOf(then, "en"));
        return foundZh == paper.Sha256 && foundEn != paper.Sha256En
            ? new PaperCheck(paper.Number, paper.Sha256En, foundEn, seals.HashOf(later, "en"))
            : new PaperCheck(paper.Number, paper.Sha256, foundZh, seals.HashOf(later, "zh"));
    }

    private async Task<string?> HashOf(NodeId motherFund, DocumentId document, CancellationToken cancellation)
    {
        var content = await desk.Db.Documents.AsNoTracking().Where(found => found.Id == document && found.MotherFund == motherFund)
            .Select(found => found.Content).SingleOrDefaultAsync(cancellation);
        return content is null ? null : Convert.ToHexStringLower(SHA256.HashData(content));
    }
}

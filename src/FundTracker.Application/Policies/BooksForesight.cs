using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Policies;

/// <summary>What pending lines would change about the rules: what approvals judge and what those who approve are shown before.</summary>
/// <param name="desk">The database.</param>
/// <param name="library">The rules.</param>
public sealed class BooksForesight(Desk desk, PolicyLibrary library)
{
    /// <summary>Rules whose results the lines would change.</summary>
    /// <param name="book">The books, everything recorded.</param>
    /// <param name="drafts">The lines as they would be posted; none change nothing.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The changes, or every reason against a rule file.</returns>
    public async Task<Result<IReadOnlyList<ForeseenChange>>> Of(
        BookSnapshot book, IReadOnlyList<LineDraft> drafts, CancellationToken cancellation)
    {
        if (drafts.Count == 0) return Result<IReadOnlyList<ForeseenChange>>.Ok([]);
        var root = book.MotherFund;
        var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
        return library.Rules.Map(rules => Foresight.Of(book, drafts, plans, rules));
    }
}

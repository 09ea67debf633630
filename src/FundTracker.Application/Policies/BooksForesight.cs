using FundTracker.Analytics.Policies;
using FundTracker.Application.Books;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
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
    /// <returns>The day and the changes, or every reason against a rule file.</returns>
    public Task<Result<ForeseenRulesAnswer>> Of(BookSnapshot book, IReadOnlyList<LineDraft> drafts, CancellationToken cancellation) =>
        Of(book, drafts.Count == 0 ? book : WhatIf.After(book, drafts), plansThen: null, cancellation);

    /// <summary>Rules whose results a whole file would change, with the members, facts and phases that it brings.</summary>
    /// <param name="book">The books, everything recorded.</param>
    /// <param name="then">The books as they would be.</param>
    /// <param name="plansThen">The contribution plans as they would be; null where they stay as they are.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The day and the changes; neither where no line is added.</returns>
    public async Task<Result<ForeseenRulesAnswer>> Of(
        BookSnapshot book, BookSnapshot then, IReadOnlyList<ContributionPlan>? plansThen, CancellationToken cancellation)
    {
        if (Foresight.DayOf(book, then) is not { } day) return new ForeseenRulesAnswer(Day: null, []);
        var root = book.MotherFund;
        var plans = await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == root).ToListAsync(cancellation);
        return library.Rules.Map(rules => new ForeseenRulesAnswer(
            day, Foresight.Between(new Foresight.Books(book, plans), new Foresight.Books(then, plansThen ?? plans), rules)));
    }
}

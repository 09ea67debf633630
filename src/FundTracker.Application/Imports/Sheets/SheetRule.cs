using FundTracker.Domain.Results;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>A kind of record: what its sheet looks like, and what a row does to the books.</summary>
/// <param name="Format">Name and columns.</param>
/// <param name="Apply">Takes a row in, or says why not; a refusal names its column.</param>
internal sealed record SheetRule(SheetFormat Format, Func<RecordRow, WorkbookBooks, Result<Done>> Apply)
{
    /// <summary>Whether its rows are taken before all others, whatever their dates: members, facts, plans, rounds.</summary>
    public bool ComesFirst { get; init; }

    /// <summary>Sheet and column of the row above, where its rows belong to another sheet's and are taken with it.</summary>
    public (string Sheet, string Column)? Above { get; init; }
}

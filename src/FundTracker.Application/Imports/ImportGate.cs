using FundTracker.Application.Books;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>
/// An import is no way around the committee: a commitment of the mother fund dated on or after the day from which one needs a resolution
/// finds it, or is refused. What is dated earlier is history and passes.
/// </summary>
internal static class ImportGate
{
    /// <summary>Asks the gate of resolutions about what a judged import would take on.</summary>
    /// <param name="plan">The import; books that it opens itself have no committee yet.</param>
    /// <param name="what">What is approved.</param>
    /// <returns>What is to be noted as released, or the commitments that no resolution covers.</returns>
    public static Result<IReadOnlyList<FactDraft>> Ask(ImportPlan plan, string what)
    {
        var books = plan.Books;
        return books.Existing is { } open
            ? open.Gate(books.Desk.Today).Commitments(what, Pledges(books, open.Everything))
            : Result<IReadOnlyList<FactDraft>>.Ok([]);
    }

    private static IReadOnlyList<Pledge> Pledges(ImportBooks books, LedgerView view) =>
    [
        .. from line in books.Lines
           where ResolutionGate.TakesOn(line) && ResolutionNeed.On(view.Book, line.EffectiveDate, view.KnownAt).CommitmentFloor is not null
           group line by line.Edge into lines
           let edge = books.Balance(lines.Key)
           where edge.Holder == view.Book.MotherFund
           select new Pledge(
               books.Node(edge.Investee).ToEntry(edge.Currency), lines.Select(line => line.Amount).Aggregate((sum, amount) => sum + amount),
               Money.FromMinor(edge.Commitment, edge.Currency), lines.Max(line => line.EffectiveDate)),
    ];
}

using FundTracker.Analytics.Phases;
using FundTracker.Application.Books;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>
/// An import is no way around the committee or around a phase's conditions: a commitment of the mother fund dated on or after the day from
/// which one needs a resolution finds it, and a call meets the conditions of its phase on the day of its notice or says why they are
/// overridden. What a file dates earlier is history and passes; so does what a file says of books that it opens itself, and that is shown.
/// </summary>
internal static class ImportGate
{
    /// <summary>Asks the gate of resolutions about what a judged import would take on.</summary>
    /// <param name="plan">The import; books that it opens itself have no committee yet.</param>
    /// <param name="what">What is approved.</param>
    /// <returns>What is to be noted as released, or the commitments that no resolution covers.</returns>
    public static Result<IReadOnlyList<FactDraft>> Ask(ImportPlan plan, string what)
    {
        if (plan.Books.Existing is not { } open) return Result<IReadOnlyList<FactDraft>>.Ok([]);
        var gate = open.Gate(plan.Books.Desk.Today);
        return gate.Commitments(what, Pledges(plan.Books, gate));
    }

    /// <summary>
    /// The conditions of the phase that a call draws, judged on the day of its notice by the books and by what the file has added so far on
    /// commitments and holdings that they hold.
    /// </summary>
    /// <param name="books">The import.</param>
    /// <param name="call">The call.</param>
    /// <param name="tranche">The phase.</param>
    /// <returns>The conditions; null where the file itself opens the books or the fund, of which only ticked conditions are asked.</returns>
    public static IReadOnlyList<GateResult>? Phase(WorkbookBooks books, CapitalCall call, Tranche tranche)
    {
        if (tranche.Conditions.All(condition => condition.Kind == ConditionKind.Ticked)) return null;
        var fund = books.Books.Node(call.Fund).Code;
        if (books.Books.Existing is not { } there || there.Snapshot.FindNode(call.Fund) is null)
        {
            books.Remark(ImportErrors.GateNotAsked(fund, tranche.Number, call.NoticeDate));
            return null;
        }

        var view = new LedgerView(WhatIf.After(there.Snapshot, Added(books.Books, there.Snapshot)), call.NoticeDate, Stamp.Max);
        return GateEngine.Judge(view, books.Plans[call.Fund], tranche, books.CallsOf(call.Fund));
    }

    /// <summary>Lets a call pass whose conditions are overridden: where that needs a resolution on the day of its notice, it is found or refused.</summary>
    public static Result<Done> Override(WorkbookBooks books, CapitalCall call) =>
        call.OverrideReason.Length == 0 || books.Books.Existing is not { } open || open.Snapshot.FindNode(call.Fund) is null
            ? Done.Value
            : open.Gate(call.NoticeDate).Override(call).Map(_ => Done.Value);

    /// <summary>Lines of the file on edges that the books hold; those that it takes back itself are left out with what takes them back.</summary>
    private static IReadOnlyList<LineDraft> Added(ImportBooks books, BookSnapshot book)
    {
        var takenBack = books.Lines.Where(line => line.Reverses > book.LineCount).Select(line => line.Reverses!.Value - book.LineCount - 1).ToHashSet();
        return
        [
            .. books.Lines.Where((line, i) => book.FindIndexOf(line.Edge) >= 0 && !takenBack.Contains(i) && !(line.Reverses > book.LineCount)),
        ];
    }

    private static IReadOnlyList<Pledge> Pledges(ImportBooks books, ResolutionGate gate) =>
    [
        .. from line in books.Lines
           where ResolutionGate.TakesOn(line) && gate.AsksForCommitmentsOn(line.EffectiveDate)
           group line by line.Edge into lines
           let edge = books.Balance(lines.Key)
           where edge.Holder == books.Head!.MotherFund
           select new Pledge(
               books.Node(edge.Investee).ToEntry(edge.Currency), lines.Select(line => line.Amount).Aggregate((sum, amount) => sum + amount),
               Money.FromMinor(edge.Commitment, edge.Currency), lines.Max(line => line.EffectiveDate)),
    ];
}

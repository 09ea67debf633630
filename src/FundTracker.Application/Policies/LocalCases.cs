using FundTracker.Analytics.Policies;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Policies;

/// <summary>Judges cases of local re-investment by the rule in force on their day: when one is recorded, and again when it is approved.</summary>
/// <param name="library">The rules.</param>
public sealed class LocalCases(PolicyLibrary library)
{
    /// <summary>What cases are recognised at on a day, or every reason against a rule file.</summary>
    public Result<LocalTerms> TermsOn(DateOnly day) => library.Rules.Map(rules => LocalTerms.On(rules, day));

    /// <summary>Judges a case that is recorded, or taken back, against the books as they are.</summary>
    /// <param name="book">The books, everything recorded.</param>
    /// <param name="draft">The fact that keeps it.</param>
    public Result<Done> Judge(BookSnapshot book, FactDraft draft)
    {
        var view = new LedgerView(book, draft.EffectiveFrom, Stamp.Max);
        if (draft.Value.Length == 0)
            return book.FactOn(draft.Subject, draft.Name, draft.EffectiveFrom, Stamp.Max) is null ? LocalErrors.NoSuchCase(draft.Name) : Done.Value;
        var claimed = LocalCase.Read(draft.Value, code => book.FindNode(code)?.Currency);
        if (claimed is null) return FactErrors.ValueNotKnown(draft.Name, draft.Value, FactNames.LocalCase);
        var invested = LocalLedger.InvestedIn(view, book.FindNode(claimed.Fund)!, draft.Subject);
        return TermsOn(draft.EffectiveFrom).Then(terms => terms.Check(claimed, invested, LocalLedger.CasesOf(view, draft.Subject)));
    }
}

using FundTracker.Domain.Results;

namespace FundTracker.Domain.Tolerance;

/// <summary>Refusals of due-diligence records.</summary>
public static class ToleranceErrors
{
    /// <summary>No fund of the code in the books.</summary>
    public static DomainError HolderUnknown(string code) => new("tolerance.holderUnknown", ("code", code));

    /// <summary>Neither a company nor another fund of the books.</summary>
    public static DomainError InvesteeUnknown(string code) => new("tolerance.investeeUnknown", ("code", code));

    /// <summary>Nothing is said of what was known.</summary>
    public static DomainError NothingKnown(string code) => new("tolerance.nothingKnown", ("code", code));

    /// <summary>An item of the other list.</summary>
    public static DomainError ItemNotAsked(DiligenceItem item) => new("tolerance.itemNotAsked", ("item", item));

    /// <summary>An item is answered twice.</summary>
    public static DomainError ItemTwice(DiligenceItem item) => new("tolerance.itemTwice", ("item", item));

    /// <summary>An item has no answer.</summary>
    public static DomainError ItemUnanswered(DiligenceItem item) => new("tolerance.itemUnanswered", ("item", item));

    /// <summary>A no without a word on it.</summary>
    public static DomainError NoteMissing(DiligenceItem item) => new("tolerance.noteMissing", ("item", item));
}

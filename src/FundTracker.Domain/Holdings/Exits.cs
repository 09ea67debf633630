using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Holdings;

/// <summary>What is left of a holding, and what came of it, when a fund leaves it in whole or in part.</summary>
/// <param name="Kind">How it is left.</param>
/// <param name="Proceeds">Cash received; zero for a write-off.</param>
/// <param name="CostRelieved">Cost of what was sold or written off; at most the cost still held.</param>
/// <param name="ValueLeft">Fair value of what is still held; null where the exit does not say.</param>
public sealed record ExitTerms(ExitKind Kind, Money Proceeds, Money CostRelieved, Money? ValueLeft);

/// <summary>Lines of an exit.</summary>
public static class Exits
{
    /// <summary>
    /// Proceeds, the cost relieved, and the value still held: as stated, else zero where nothing is left (all cost relieved, or written
    /// off), else what the last valuation rolls forward to.
    /// </summary>
    /// <param name="edge">The holding.</param>
    /// <param name="costHeld">Cost still held before, minor units.</param>
    /// <param name="terms">The exit.</param>
    /// <param name="date">Day of the exit.</param>
    /// <param name="words">Free words: buyer, place of listing.</param>
    /// <param name="document">The paper behind it.</param>
    /// <returns>The lines, or a refusal: nothing moved, or a write-off with proceeds.</returns>
    public static Result<IReadOnlyList<LineDraft>> Lines(
        EdgeId edge, long costHeld, ExitTerms terms, DateOnly date, string words, DocumentId? document)
    {
        if (terms.Kind == ExitKind.WriteOff && !terms.Proceeds.IsZero) return HoldingErrors.WriteOffWithProceeds(terms.Proceeds);
        if (terms.Proceeds.IsZero && terms.CostRelieved.IsZero) return HoldingErrors.NothingExited();
        var isGone = terms.Kind == ExitKind.WriteOff || terms.CostRelieved.MinorUnits == costHeld;
        var left = terms.ValueLeft ?? (isGone ? Money.Zero(terms.CostRelieved.Currency) : null);
        var lines = new List<LineDraft>();
        if (!terms.Proceeds.IsZero) lines.Add(Line(LineKind.ExitProceeds, terms.Proceeds, LineNotes.Write(terms.Kind, words)));
        if (!terms.CostRelieved.IsZero) lines.Add(Line(LineKind.CostRelieved, terms.CostRelieved, LineNotes.Write(terms.Kind, words)));
        if (left is not null) lines.Add(Line(LineKind.Valuation, left, LineNotes.Write(ValuationMethod.Exit, words)));
        return Result<IReadOnlyList<LineDraft>>.Ok(lines);

        LineDraft Line(LineKind kind, Money amount, string note) => new(edge, kind, date, amount) { Note = note, Document = document };
    }
}

/// <summary>Refusals of companies, rounds and exits.</summary>
public static class HoldingErrors
{
    /// <summary>A write-off brings no money.</summary>
    public static DomainError WriteOffWithProceeds(Money proceeds) => new("holding.writeOffWithProceeds", ("proceeds", proceeds));

    /// <summary>Neither proceeds nor cost.</summary>
    public static DomainError NothingExited() => new("holding.nothingExited");

    /// <summary>More came from a part exit than the last valuation rolls forward to, and nothing says what is still held is worth.</summary>
    public static DomainError ValueLeftMissing(Money proceeds, Money value) =>
        new("holding.valueLeftMissing", ("proceeds", proceeds), ("value", value));

    /// <summary>Our funds' parts are more than the company raised.</summary>
    public static DomainError PartsAboveRaised(Money parts, Money raised) => new("holding.partsAboveRaised", ("parts", parts), ("raised", raised));

    /// <summary>The credit code is that of a company registered before.</summary>
    public static DomainError CreditCodeTaken(string creditCode, string company, string name) =>
        new("holding.creditCodeTaken", ("creditCode", creditCode), ("company", company), ("name", name));
}

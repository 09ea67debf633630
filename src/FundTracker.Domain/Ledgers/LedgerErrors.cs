using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Ledgers;

/// <summary>Refusals of the ledger.</summary>
public static class LedgerErrors
{
    /// <summary>A line would fall in a closed quarter.</summary>
    public static DomainError PeriodClosed(DateOnly date, DateOnly firstOpenDay) =>
        new("ledger.periodClosed", ("date", date), ("quarter", Quarter.Of(date)), ("firstOpenDay", firstOpenDay));

    /// <summary>Something new would be recorded in a held quarter.</summary>
    public static DomainError PeriodOnHold(DateOnly date) => new("ledger.periodOnHold", ("date", date), ("quarter", Quarter.Of(date)));

    /// <summary>The quarter is not in the state that the step needs.</summary>
    public static DomainError PeriodNotInState(Quarter quarter, PeriodState state) =>
        new("ledger.periodNotInState", ("quarter", quarter), ("state", state));

    /// <summary>A quarter before it is held but not closed.</summary>
    public static DomainError EarlierPeriodOpen(Quarter quarter) => new("ledger.earlierPeriodOpen", ("quarter", quarter));

    /// <summary>A reason is needed.</summary>
    public static DomainError ReasonMissing() => new("ledger.reasonMissing");

    /// <summary>A line's currency is not its edge's.</summary>
    public static DomainError CurrencyMixed(Currency line, Currency edge) => new("ledger.currencyMixed", ("line", line.Code), ("edge", edge.Code));

    /// <summary>Cash is exchanged for cash of the same currency.</summary>
    public static DomainError SameCurrency(Currency currency) => new("ledger.sameCurrency", ("currency", currency.Code));

    /// <summary>Whether a refusal is <see cref="SameCurrency"/>.</summary>
    public static bool IsSameCurrency(DomainError error) => error.Code == "ledger.sameCurrency";

    /// <summary>A line that says nothing without another stands without it.</summary>
    public static DomainError HalfAct(LineKind kind, LineAct act) => new("ledger.halfAct", ("kind", kind), ("act", act));

    /// <summary>A line would be taken back and others that make sense only with it would be left standing.</summary>
    public static DomainError PartOfAct(long sequence, LineAct act, string others) =>
        new("ledger.partOfAct", ("line", sequence), ("act", act), ("others", others));

    /// <summary>The kind does not stand on such an edge.</summary>
    public static DomainError WrongEdge(LineKind kind) => new("ledger.wrongEdge", ("kind", kind));

    /// <summary>An amount of zero or below on a kind that takes only amounts above zero.</summary>
    public static DomainError AmountNotPositive(LineKind kind, Money amount) => new("ledger.amountNotPositive", ("kind", kind), ("amount", amount));

    /// <summary>The fund's own cash would fall below zero.</summary>
    public static DomainError CashBelowZero(string fund, Money cash, Money needed, DateOnly date) =>
        new("ledger.cashBelowZero", ("fund", fund), ("cash", cash), ("needed", needed), ("date", date));

    /// <summary>More would be paid in inside the commitment than was left of it.</summary>
    public static DomainError AboveUnfunded(Money asked, Money unfunded) => new("ledger.aboveUnfunded", ("asked", asked), ("unfunded", unfunded));

    /// <summary>What is issued and not yet paid would no longer be covered by what is unfunded.</summary>
    public static DomainError AboveCallable(Money asked, Money callable) => new("ledger.aboveCallable", ("asked", asked), ("callable", callable));

    /// <summary>A commitment change would take the commitment below what is already paid in or called.</summary>
    public static DomainError CommitmentBelowPaidIn(Money reduction, Money callable) =>
        new("ledger.commitmentBelowPaidIn", ("reduction", reduction), ("callable", callable));

    /// <summary>The line was reversed before.</summary>
    public static DomainError AlreadyReversed(long sequence) => new("ledger.alreadyReversed", ("line", sequence));

    /// <summary>A reversal can't be reversed; record the entry again.</summary>
    public static DomainError ReversalOfReversal(long sequence) => new("ledger.reversalOfReversal", ("line", sequence));

    /// <summary>A reversal that is not its original with the sign turned, on the same edge.</summary>
    public static DomainError ReversalDiffers(long sequence) => new("ledger.reversalDiffers", ("line", sequence));

    /// <summary>What a call put into the ledger as a memo is taken back by cancelling the call, not by reversing the line.</summary>
    public static DomainError MemoNotReversible(long sequence) => new("ledger.memoNotReversible", ("line", sequence));

    /// <summary>There is no such line.</summary>
    public static DomainError NoSuchLine(long sequence) => new("ledger.noSuchLine", ("line", sequence));

    /// <summary>The instant asked for lies in the future.</summary>
    public static DomainError KnownAtInFuture(Stamp knownAt, Stamp now) => new("ledger.knownAtInFuture", ("knownAt", knownAt), ("now", now));

    /// <summary>A fund would, through others, hold itself.</summary>
    public static DomainError Cycle(string holder, string investee) => new("ledger.cycle", ("holder", holder), ("investee", investee));
}

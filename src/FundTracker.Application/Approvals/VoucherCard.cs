using System.Linq.Expressions;
using FundTracker.Application.Books;
using FundTracker.Application.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Approvals;

/// <summary>A voucher as people read it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it records.</param>
/// <param name="About">The fund or company on whose page it is shown.</param>
/// <param name="State">Pending, posted, rejected or withdrawn.</param>
/// <param name="RecordedBy">Who recorded it; may not approve it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="DecidedBy">Who approved, rejected or withdrew it; null while pending.</param>
/// <param name="DecidedAt">When; null while pending.</param>
/// <param name="Reason">Why it was rejected; else empty.</param>
/// <param name="Call">The call that it is under, or null.</param>
/// <param name="Document">The document behind it, or null.</param>
/// <param name="Lines">The proposed lines.</param>
/// <param name="Facts">The proposed facts.</param>
/// <param name="Steps">The proposed steps of the contribution plan.</param>
/// <param name="OverrideReason">Why it was approved though hard rules would be breached; else empty.</param>
/// <param name="Overridden">Names of those rules; else empty.</param>
public sealed record VoucherCard(
    VoucherId Id, VoucherKind Kind, NodeEntry About, VoucherState State, string RecordedBy, Stamp RecordedAt, string? DecidedBy,
    Stamp? DecidedAt, string Reason, CapitalCallId? Call, DocumentId? Document, IReadOnlyList<ProposedLine> Lines,
    IReadOnlyList<ProposedFact> Facts, IReadOnlyList<ProposedStep> Steps, string OverrideReason = "", string Overridden = "")
{
    /// <summary>Vouchers of the books that satisfy a condition, the oldest first.</summary>
    internal static async Task<IReadOnlyList<VoucherCard>> Read(
        Desk desk, BookSnapshot book, Expression<Func<Voucher, bool>> isWanted, VoucherState? state, CancellationToken cancellation)
    {
        var vouchers = desk.Db.Vouchers.AsNoTracking().Where(voucher => voucher.MotherFund == book.MotherFund);
        if (state is not null) vouchers = vouchers.Where(voucher => voucher.State == state);
        var found = await vouchers.Where(isWanted).OrderBy(voucher => voucher.Id).ToListAsync(cancellation);
        var areTicks = found.Exists(voucher => voucher.Kind == VoucherKind.Tick);
        var plans = areTicks
            ? await desk.Db.ContributionPlans.AsNoTracking().Where(plan => plan.MotherFund == book.MotherFund).ToListAsync(cancellation)
            : [];
        return [.. found.Select(voucher => Of(voucher, book, plans.Find(plan => plan.Fund == voucher.About)))];
    }

    private static VoucherCard Of(Voucher voucher, BookSnapshot book, ContributionPlan? plan) => new(
        voucher.Id, voucher.Kind, book.Node(voucher.About), voucher.State, voucher.RecordedBy, voucher.RecordedAt, voucher.DecidedBy,
        voucher.DecidedAt, voucher.Reason, voucher.Call, voucher.Document,
        [.. voucher.Lines.OrderBy(line => line.Number).Select(line => ProposedLine.Of(line, book))],
        [.. voucher.Facts.OrderBy(fact => fact.Number).Select(fact => ProposedFact.Of(fact, book))],
        [.. voucher.Steps.OrderBy(step => step.Number).Select(step => ProposedStep.Of(step, plan))], voucher.OverrideReason, voucher.Overridden);
}

/// <summary>A proposed step of a contribution plan as people read it; what its kind does not say is empty.</summary>
/// <param name="Number">Place in the voucher, from 1.</param>
/// <param name="Kind">A plan, a phase, a condition of the phase in front of it, or a tick.</param>
/// <param name="Rolling">Of a plan: whether returned money may be used again.</param>
/// <param name="PlannedDate">Of a phase: the planned day.</param>
/// <param name="Amount">Of a phase: the planned amount.</param>
/// <param name="BudgetYear">Of a phase: year of the budget, where one was named.</param>
/// <param name="Tranche">Of a tick: number of the phase.</param>
/// <param name="Condition">Of a condition or a tick: what must be met.</param>
/// <param name="Evidence">Of a tick: what proves it.</param>
public sealed record ProposedStep(
    int Number, PlanStepKind Kind, bool Rolling, DateOnly? PlannedDate, Money? Amount, int? BudgetYear, int? Tranche, string Condition, string Evidence)
{
    internal static ProposedStep Of(PlanStep step, ContributionPlan? plan) => new(
        step.Number, step.Kind, step.Rolling, step.PlannedDate, step.Amount, step.BudgetYear, step.Tranche, ConditionOf(step, plan),
        Evidence: step.Kind == PlanStepKind.Tick ? step.Text : "");

    private static string ConditionOf(PlanStep step, ContributionPlan? plan) => step.Kind switch
    {
        PlanStepKind.Condition => step.Text,
        PlanStepKind.Tick => plan?.Tranches.FirstOrDefault(tranche => tranche.Number == step.Tranche)
            ?.Conditions.FirstOrDefault(condition => condition.Number == step.Condition)?.Text ?? "",
        _ => "",
    };
}

/// <summary>A proposed fact as people read it.</summary>
/// <param name="Number">Place in the voucher, from 1.</param>
/// <param name="Subject">The node it speaks of.</param>
/// <param name="Name">What it says, see <see cref="FactNames"/>.</param>
/// <param name="Value">The value as text; empty takes an earlier value away.</param>
/// <param name="Before">What holds now on that day; null where nothing does.</param>
/// <param name="EffectiveFrom">First day on which it would hold.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record ProposedFact(
    int Number, NodeEntry Subject, string Name, string Value, string? Before, DateOnly EffectiveFrom, Provenance Provenance)
{
    internal static ProposedFact Of(VoucherFact fact, BookSnapshot book) => new(
        fact.Number, book.Node(fact.Subject), fact.Name, fact.Value,
        book.FactOn(fact.Subject, fact.Name, fact.EffectiveFrom, Stamp.Max)?.Value, fact.EffectiveFrom, fact.Provenance);
}

/// <summary>A proposed ledger line as people read it.</summary>
/// <param name="Number">Place in the voucher, from 1.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Holder">Investor or investing fund; the fund itself on its own account.</param>
/// <param name="Investee">Fund or company; the fund itself on its own account.</param>
/// <param name="EffectiveDate">The day from which it would count.</param>
/// <param name="Amount">In the natural sense of the kind; a reversal has the sign turned.</param>
/// <param name="Purpose">What called money is for.</param>
/// <param name="InsideCommitment">Whether paid-in or called money counts against the commitment.</param>
/// <param name="Recallable">Whether a distribution raises unfunded again.</param>
/// <param name="Reverses">Sequence of the line it reverses, or null.</param>
/// <param name="CorrectsClosed">Sequence of the closed line it corrects, or null.</param>
/// <param name="Note">Free words.</param>
public sealed record ProposedLine(
    int Number, LineKind Kind, NodeEntry Holder, NodeEntry Investee, DateOnly EffectiveDate, Money Amount, CallPurpose Purpose,
    bool InsideCommitment, bool Recallable, long? Reverses, long? CorrectsClosed, string Note)
{
    /// <summary>The line as a sentence: day, what it says, amount, from whom to whom.</summary>
    /// <param name="language">Language tag.</param>
    public string Sentence(string language)
    {
        var texts = Texts.In(language);
        var sentence = texts.Fill(
            Holder.Id == Investee.Id ? "line.own" : "line.of", ("date", EffectiveDate), ("kind", Kind), ("amount", Amount),
            ("holder", Holder.Name.In(language)), ("investee", Investee.Name.In(language)));
        return Reverses is null ? sentence : texts.Fill("line.reversal", ("line", sentence), ("reverses", Reverses));
    }

    internal static ProposedLine Of(VoucherLine line, BookSnapshot book)
    {
        var edge = book.Edges[book.IndexOf(line.Edge)];
        return new ProposedLine(
            line.Number, line.Kind, book.Node(edge.Holder), book.Node(edge.Investee), line.EffectiveDate, line.Amount, line.Purpose,
            line.InsideCommitment, line.Recallable, line.Reverses, line.CorrectsClosed, line.Note);
    }
}

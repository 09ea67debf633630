using FundTracker.Domain.Capital;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Committees;

/// <summary>
/// 决议闸口: an approval that needs a resolution finds it here or is refused. What a resolution lets pass is noted as a fact, so that each
/// releases what it names, once: an amount until it is used up, a call or an evaluation one time.
/// </summary>
/// <param name="view">The books as they stand.</param>
/// <param name="today">Day of the approval.</param>
public sealed class ResolutionGate(LedgerView view, DateOnly today)
{
    private static readonly IReadOnlyList<FactDraft> Nothing = [];

    private BookSnapshot Book => view.Book;

    /// <summary>Whether a line takes on a commitment, or more of one.</summary>
    public static bool TakesOn(LineDraft line) =>
        line.Kind is LineKind.Commitment or LineKind.CommitmentIncrease or LineKind.CommitmentTransferIn && line.Reverses is null;

    /// <summary>Whether a commitment that the mother fund takes on that day needs a resolution, from some amount on.</summary>
    public bool AsksForCommitmentsOn(DateOnly day) => FloorOn(day) is not null;

    /// <summary>Lets new or larger commitments of the mother fund pass; whether they need a resolution is asked of the day of the approval.</summary>
    /// <param name="what">What is approved, such as a voucher.</param>
    /// <param name="lines">The lines that would be posted; others than the mother fund's commitments need nothing.</param>
    /// <returns>What is to be noted, or <see cref="CommitteeErrors.CommitmentNotResolved"/>.</returns>
    public Result<IReadOnlyList<FactDraft>> Commitments(string what, IReadOnlyList<LineDraft> lines) => Commitments(what, [.. lines
        .Where(TakesOn)
        .GroupBy(line => line.Edge)
        .Where(group => Book.FindIndexOf(group.Key) is >= 0 and var edge && Book.Edges[edge].Holder == Book.MotherFund)
        .Select(group => PledgeOf(Book.FindIndexOf(group.Key), group.Select(line => line.Amount).Aggregate((sum, amount) => sum + amount)))]);

    /// <summary>
    /// Lets commitments pass that the mother fund would take on. The floor is held against what would be committed to the fund in all, so
    /// that an amount can't be cut into parts below it.
    /// </summary>
    /// <param name="what">What is approved, such as an import.</param>
    /// <param name="pledges">The commitments, one for each fund.</param>
    /// <returns>What is to be noted, or <see cref="CommitteeErrors.CommitmentNotResolved"/>.</returns>
    public Result<IReadOnlyList<FactDraft>> Commitments(string what, IReadOnlyList<Pledge> pledges) =>
        pledges.Select(pledge => Commitment(what, pledge)).All().Map<IReadOnlyList<FactDraft>>(uses => [.. uses.SelectMany(use => use)]);

    /// <summary>Lets a call pass whose phase does not meet its conditions.</summary>
    /// <returns>What is to be noted, or <see cref="CommitteeErrors.OverrideNotResolved"/>.</returns>
    public Result<IReadOnlyList<FactDraft>> Override(CapitalCall call) => Once(
        MotionKind.Override, call.Fund, MotionDraft.ReferenceTo(call.Id), fund => CommitteeErrors.OverrideNotResolved(fund.Name, call.Number));

    /// <summary>Lets an evaluation be sealed.</summary>
    /// <param name="fund">The fund that was evaluated.</param>
    /// <param name="scheme">Code of the scheme.</param>
    /// <param name="timing">When in the fund's life.</param>
    /// <param name="year">The year.</param>
    /// <returns>What is to be noted, or <see cref="CommitteeErrors.SealingNotResolved"/>.</returns>
    public Result<IReadOnlyList<FactDraft>> Sealing(NodeId fund, string scheme, EvaluationTiming timing, int year) => Once(
        MotionKind.Sealing, fund, MotionDraft.ReferenceTo(scheme, timing, year),
        node => CommitteeErrors.SealingNotResolved(node.Name, scheme, timing, year));

    private Pledge PledgeOf(int edge, Money amount) => new(
        Book.Node(Book.Edges[edge].Investee), amount, Money.FromMinor(view.Commitment(edge), amount.Currency) + amount, today);

    private Result<IReadOnlyList<FactDraft>> Commitment(string what, Pledge pledge)
    {
        var (fund, amount, inAll, day) = pledge;
        if (FloorOn(day) is not { } floor || inAll.Amount < floor)
            return Result<IReadOnlyList<FactDraft>>.Ok(Nothing);
        var open = Resolution.About(Book, fund.Id, today, view.KnownAt)
            .Where(resolution => resolution.Kind == MotionKind.Commitment && resolution.Amount?.Currency == amount.Currency)
            .Select(resolution => (Resolution: resolution, Left: resolution.Left(Book, DateOnly.MaxValue, view.KnownAt)!)).ToList();
        var covering = open.FirstOrDefault(pair => pair.Left >= amount);
        if (covering.Resolution is null)
        {
            var most = open.Select(pair => pair.Left).Append(Money.Zero(amount.Currency)).Max()!;
            return CommitteeErrors.CommitmentNotResolved(fund.Name, amount, most);
        }

        return Result<IReadOnlyList<FactDraft>>.Ok([covering.Resolution.Use(what, amount, today)]);
    }

    private decimal? FloorOn(DateOnly day) => ResolutionNeed.On(Book, day, view.KnownAt).CommitmentFloor;

    private Result<IReadOnlyList<FactDraft>> Once(MotionKind kind, NodeId subject, string reference, Func<NodeEntry, DomainError> missing)
    {
        if (!ResolutionNeed.On(Book, today, view.KnownAt).Includes(kind)) return Result<IReadOnlyList<FactDraft>>.Ok(Nothing);
        var found = Resolution.About(Book, subject, today, view.KnownAt).FirstOrDefault(resolution => resolution.Kind == kind
            && resolution.Reference == reference && resolution.Uses(Book, DateOnly.MaxValue, view.KnownAt).Count == 0);
        return found is null ? missing(Book.Node(subject)) : Result<IReadOnlyList<FactDraft>>.Ok([found.Use(reference, amount: null, today)]);
    }
}

/// <summary>A commitment that the mother fund would take on.</summary>
/// <param name="Fund">To which fund.</param>
/// <param name="Amount">How much more than before.</param>
/// <param name="InAll">What would then be committed to the fund.</param>
/// <param name="Day">Day on which it is asked whether a resolution is needed.</param>
public sealed record Pledge(NodeEntry Fund, Money Amount, Money InAll, DateOnly Day);

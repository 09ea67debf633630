using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Performance;

/// <summary>
/// From the NAV of one day to that of another: closing NAV = opening NAV + contributions - distributions + income + realised + unrealised
/// - management fees - expenses - change in accrued carry + value change, not split. Source: ILPA Reporting Template, NAV roll-forward;
/// domain.md, section 3. What the statements of the period do not split is the last part, so that the identity always holds and no part is
/// guessed; a part that nobody stated has no value rather than zero.
/// </summary>
/// <param name="Fund">The fund.</param>
/// <param name="From">Opening day; flows of this day are in the opening NAV.</param>
/// <param name="To">Closing day, counted.</param>
/// <param name="Opening">NAV on the opening day, rolled forward to it; zero where nothing was paid in by then.</param>
/// <param name="Contributions">Paid in after the opening day, up to and with the closing day.</param>
/// <param name="Distributions">Distributed in the same days.</param>
/// <param name="Income">Income.</param>
/// <param name="Realised">Realised gain or loss.</param>
/// <param name="Unrealised">Unrealised gain or loss.</param>
/// <param name="ManagementFees">Management fees; positive lowers value.</param>
/// <param name="Expenses">Expenses; positive lowers value.</param>
/// <param name="CarryChange">Change in accrued carry; positive lowers value.</param>
/// <param name="NotSplit">What is left of the change of value.</param>
/// <param name="Closing">NAV on the closing day, rolled forward to it.</param>
/// <param name="Remarks">What is to be known beside the figures: statements that split nothing, and days on which none stands.</param>
public sealed record NavRollForward(
    NodeEntry Fund, DateOnly From, DateOnly To, Figure<Money> Opening, Figure<Money> Contributions, Figure<Money> Distributions,
    Figure<Money> Income, Figure<Money> Realised, Figure<Money> Unrealised, Figure<Money> ManagementFees, Figure<Money> Expenses,
    Figure<Money> CarryChange, Figure<Money> NotSplit, Figure<Money> Closing, IReadOnlyList<DomainError> Remarks)
{
    /// <summary>Formulas of its figures begin so.</summary>
    public const string Formulas = "nav.";

    /// <summary>All figures, in the order of the identity.</summary>
    public IReadOnlyList<Figure<Money>> All =>
        [Opening, Contributions, Distributions, Income, Realised, Unrealised, ManagementFees, Expenses, CarryChange, NotSplit, Closing];

    /// <summary>The change of value between the two NAVs with the sign with which each part counts; what is not known is left out.</summary>
    public IEnumerable<(Figure<Money> Part, Money Effect)> Effects() =>
        from part in new (Figure<Money> Figure, int Sign)[]
        {
            (Contributions, 1), (Distributions, -1), (Income, 1), (Realised, 1), (Unrealised, 1), (ManagementFees, -1),
            (Expenses, -1), (CarryChange, -1), (NotSplit, 1),
        }
        where part.Figure.Value is not null
        select (part.Figure, part.Sign < 0 ? -part.Figure.Require() : part.Figure.Require());
}

/// <summary>Why parts of a roll-forward have no value, and what is to be known beside them; each code has a sentence in both languages.</summary>
public static class RollForwardReasons
{
    /// <summary>Code of <see cref="FewSplit"/>.</summary>
    public const string FewSplitCode = "rollForward.fewSplit";

    /// <summary>Code of <see cref="NotStated"/>.</summary>
    public const string NotStatedCode = "rollForward.notStated";

    /// <summary>No statement that lies whole in the period states the part.</summary>
    public static DomainError NotStated() => new(NotStatedCode);

    /// <summary>A mother fund's own books do not know the part: it is in the values of what it holds.</summary>
    public static DomainError NotOfMotherFund() => new("rollForward.notOfMotherFund");

    /// <summary>The closing day does not come after the opening day.</summary>
    public static DomainError NoPeriod(DateOnly from, DateOnly to) => new("rollForward.noPeriod", ("from", from), ("to", to));

    /// <summary>Remark: not all statements of the period split their change of value.</summary>
    public static DomainError FewSplit(int split, int statements) => new(FewSplitCode, ("split", split), ("statements", statements));

    /// <summary>Remark: a statement's split begins before the opening day, so it is left aside; nothing is apportioned.</summary>
    public static DomainError BeginsBefore(DateOnly day, DateOnly since, DateOnly from) =>
        new("rollForward.beginsBefore", ("day", day), ("since", since), ("from", from));

    /// <summary>Remark: no statement stands before one that splits, so where its split begins is not known, and it is left aside.</summary>
    public static DomainError BeginsUnknown(DateOnly day) => new("rollForward.beginsUnknown", ("day", day));

    /// <summary>Remark: no statement stands on a day, so the NAV of an earlier one is rolled forward to it by flows alone.</summary>
    public static DomainError RolledForward(DateOnly day, DateOnly statedOn) => new("rollForward.rolledForward", ("day", day), ("statedOn", statedOn));

    /// <summary>Remark: what of a mother fund's roll-forward comes from where.</summary>
    public static DomainError OfMotherFund() => new("rollForward.ofMotherFund");
}

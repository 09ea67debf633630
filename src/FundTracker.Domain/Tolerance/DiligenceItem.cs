namespace FundTracker.Domain.Tolerance;

/// <summary>
/// 核查事项: what a due-diligence record answers. The list is the product's own; no source prescribes one. A record of an investment answers
/// <see cref="DiligenceItems.OfInvestment"/>, one of a commitment <see cref="DiligenceItems.OfCommitment"/>.
/// </summary>
public enum DiligenceItem : byte
{
    /// <summary>主体资格 legal standing; of a manager its registration.</summary>
    Standing = 1,

    /// <summary>团队 the people who run it.</summary>
    Team = 2,

    /// <summary>技术与知识产权 technology and who owns it.</summary>
    Technology = 3,

    /// <summary>市场 market and customers.</summary>
    Market = 4,

    /// <summary>财务与税务 accounts and taxes.</summary>
    Accounts = 5,

    /// <summary>估值依据 what the price rests on.</summary>
    Valuation = 6,

    /// <summary>利益冲突 related parties and conflicts of interest.</summary>
    Conflicts = 7,

    /// <summary>投向 whether it fits the direction of the policy.</summary>
    Direction = 8,

    /// <summary>风险揭示 whether the main risks were named and answered.</summary>
    Risks = 9,

    /// <summary>退出安排 how the money is to come back.</summary>
    Exit = 10,

    /// <summary>决策程序 whether those who decide had it before them.</summary>
    Procedure = 11,

    /// <summary>过往业绩 the manager's record.</summary>
    TrackRecord = 12,

    /// <summary>协议条款 terms of the fund.</summary>
    Terms = 13,

    /// <summary>其他出资人 standing of the other investors.</summary>
    OtherInvestors = 14,
}

/// <summary>Which items a record answers.</summary>
public static class DiligenceItems
{
    /// <summary>Items of an investment in a company.</summary>
    public static IReadOnlyList<DiligenceItem> OfInvestment { get; } =
    [
        DiligenceItem.Standing, DiligenceItem.Team, DiligenceItem.Technology, DiligenceItem.Market, DiligenceItem.Accounts, DiligenceItem.Valuation,
        DiligenceItem.Conflicts, DiligenceItem.Direction, DiligenceItem.Risks, DiligenceItem.Exit, DiligenceItem.Procedure,
    ];

    /// <summary>Items of a commitment to a fund.</summary>
    public static IReadOnlyList<DiligenceItem> OfCommitment { get; } =
    [
        DiligenceItem.Standing, DiligenceItem.Team, DiligenceItem.TrackRecord, DiligenceItem.Terms, DiligenceItem.OtherInvestors,
        DiligenceItem.Conflicts, DiligenceItem.Direction, DiligenceItem.Risks, DiligenceItem.Exit, DiligenceItem.Procedure,
    ];
}

/// <summary>Answer to an item.</summary>
public enum DiligenceAnswer : byte
{
    /// <summary>是 looked into, and in order.</summary>
    Yes = 1,

    /// <summary>否 not looked into, or not in order; the note says which.</summary>
    No = 2,

    /// <summary>不适用 does not apply.</summary>
    NotApplicable = 3,
}

/// <summary>An item with its answer.</summary>
/// <param name="Item">The item.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Note">What was found; needed where the answer is no; may be empty otherwise.</param>
public sealed record DiligenceCheck(DiligenceItem Item, DiligenceAnswer Answer, string Note);

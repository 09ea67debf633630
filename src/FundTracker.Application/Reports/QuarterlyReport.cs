using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Performance;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Reports;

/// <summary>What a quarterly report says, before any page is drawn: figures with their trails, as of the quarter's last day.</summary>
/// <param name="Fund">The mother fund.</param>
/// <param name="Family">Code of its family, or null.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="KnownAt">Recorded instant that was used; with the quarter it finds the same report again.</param>
/// <param name="PeriodState">State of the quarter at that instant.</param>
/// <param name="Summary">Figures of the mother fund.</param>
/// <param name="Before">The same a quarter earlier.</param>
/// <param name="Cash">The mother fund's own cash.</param>
/// <param name="Phases">Phases planned against called and paid.</param>
/// <param name="Calls">Calls issued in the quarter, or issued earlier and still open at its end.</param>
/// <param name="Payments">Contributions of the quarter, cash and in kind.</param>
/// <param name="Distributions">Distributions of the quarter.</param>
/// <param name="SubFunds">Figures of each sub-fund, by code.</param>
/// <param name="SubFundsBefore">The same a quarter earlier.</param>
/// <param name="OwnRollForwards">The mother fund's own NAV for its shareholders: over the quarter, the year to date, and since the first payment.</param>
/// <param name="RollForwards">From each sub-fund's NAV a quarter earlier to that at the quarter's end, for the mother fund's share, by code.</param>
/// <param name="Leverage">The whole portfolio first, then per class and stage, sector and fund.</param>
/// <param name="LeverageHistory">The whole portfolio at the last eight quarter ends at most.</param>
/// <param name="Exposure">Look-through by sector, life-cycle stage and company.</param>
/// <param name="Companies">Every company held or left, with rounds and exits.</param>
/// <param name="Corrections">Lines recorded by the instant that correct lines of closed quarters.</param>
/// <param name="Policy">What rules and the district scheme say, and the meter of local re-investment.</param>
/// <param name="Landing">Carriers, programmes, cases, sealed evaluations and tolerance.</param>
/// <param name="Alarms">What is late, due or waiting on the quarter's last day, as on the dashboard.</param>
/// <param name="HasIllustrativeInstants">Whether the instants of recording belong to a made-up history, as in the demonstration.</param>
public sealed record QuarterlyReport(
    NodeEntry Fund, string? Family, Quarter Quarter, Stamp KnownAt, PeriodState PeriodState, FundFigures Summary, FundFigures Before,
    Figure<Money> Cash, IReadOnlyList<PhaseProgress> Phases, IReadOnlyList<QuarterlyReport.CallRow> Calls,
    IReadOnlyList<QuarterlyReport.FlowRow> Payments, IReadOnlyList<QuarterlyReport.FlowRow> Distributions,
    IReadOnlyList<FundFigures> SubFunds, IReadOnlyList<FundFigures> SubFundsBefore, IReadOnlyList<NavRollForward> OwnRollForwards,
    IReadOnlyList<NavRollForward> RollForwards, IReadOnlyList<LeverageRow> Leverage,
    IReadOnlyList<QuarterlyReport.LeveragePoint> LeverageHistory, LookThroughExposure Exposure, IReadOnlyList<QuarterlyReport.CompanyRow> Companies,
    IReadOnlyList<QuarterlyReport.FlowRow> Corrections, PolicyPages Policy, LandingPages Landing,
    IReadOnlyList<AlarmRow> Alarms, bool HasIllustrativeInstants = false)
{
    /// <summary>Last day of the quarter.</summary>
    public DateOnly AsOf => Quarter.LastDay;

    /// <summary>A call and where it stands at the end of the quarter.</summary>
    /// <param name="Fund">The fund that called.</param>
    /// <param name="Number">Number among the fund's calls.</param>
    /// <param name="NoticeDate">Day of the notice.</param>
    /// <param name="DueDate">Day on which money was due.</param>
    /// <param name="Called">Issued and not cancelled.</param>
    /// <param name="Paid">Paid by the end of the quarter.</param>
    /// <param name="IsOverdue">Whether something is open and the due day has passed.</param>
    /// <param name="IsCancelled">Whether its unpaid rest was cancelled.</param>
    /// <param name="Provenance">Where it comes from.</param>
    /// <param name="Invented">Its fields that are invented although it was printed.</param>
    /// <param name="IsPaidInvented">Whether what was paid is illustrative.</param>
    public sealed record CallRow(
        NodeEntry Fund, int Number, DateOnly NoticeDate, DateOnly DueDate, Money Called, Money Paid, bool IsOverdue, bool IsCancelled, Provenance Provenance,
        RecordFields Invented = RecordFields.None, bool IsPaidInvented = false);

    /// <summary>A line that moved money.</summary>
    public sealed record FlowRow(
        long Sequence, DateOnly Date, LineKind Kind, NodeEntry From, NodeEntry To, Money Amount, CallPurpose Purpose, Provenance Provenance, long? Reverses,
        long? CorrectsClosed, RecordFields Invented = RecordFields.None);

    /// <summary>Leverage on one day.</summary>
    public sealed record LeveragePoint(DateOnly Day, LeverageRow Row);

    /// <summary>A company with its rounds and exits.</summary>
    /// <param name="Company">The company.</param>
    /// <param name="Sector">Sector code; empty where not known.</param>
    /// <param name="Stage">Life-cycle stage; empty where not known.</param>
    /// <param name="Invested">Cash that our funds put in, at 100 %; a company held in several currencies has a row for each.</param>
    /// <param name="Value">What our funds' holdings are worth, at 100 %.</param>
    /// <param name="LookThroughValue">The mother fund's share of that.</param>
    /// <param name="Rounds">Rounds by day.</param>
    /// <param name="Exits">Exits by day.</param>
    /// <param name="IsIllustrative">Whether the company or any line on it is.</param>
    /// <param name="SectorProvenance">Where the sector comes from.</param>
    /// <param name="StageProvenance">Where the stage comes from.</param>
    /// <param name="IsInvestedIllustrative">Whether what our funds put in is; the day or the fund of a printed amount don't matter.</param>
    /// <param name="IsLookThroughIllustrative">Whether the mother fund's share is.</param>
    public sealed record CompanyRow(
        NodeEntry Company, string Sector, string Stage, Money Invested, Money Value, Money LookThroughValue, IReadOnlyList<RoundRow> Rounds,
        IReadOnlyList<ExitRow> Exits, bool IsIllustrative, Provenance SectorProvenance = Provenance.Recorded,
        Provenance StageProvenance = Provenance.Recorded, bool IsInvestedIllustrative = true,
        bool IsLookThroughIllustrative = true);

    /// <summary>A financing round.</summary>
    /// <param name="Name">Name, such as A轮.</param>
    /// <param name="Date">Closing day.</param>
    /// <param name="Raised">Total raised; null where not reported.</param>
    /// <param name="Ours">Our funds' part.</param>
    /// <param name="CoInvestors">Who else came in; empty where not stated.</param>
    /// <param name="Provenance">Where it comes from.</param>
    /// <param name="Invented">Its fields that are invented although it was printed.</param>
    /// <param name="IsOursInvented">Whether our funds' part is illustrative.</param>
    public sealed record RoundRow(
        string Name, DateOnly Date, Money? Raised, Money Ours, string CoInvestors, Provenance Provenance = Provenance.Recorded,
        RecordFields Invented = RecordFields.None, bool IsOursInvented = false);

    /// <summary>An exit or a dividend.</summary>
    /// <param name="Date">Day.</param>
    /// <param name="Proceeds">Cash received.</param>
    /// <param name="CostRelieved">Cost of what was left.</param>
    /// <param name="Note">Kind of the exit, as recorded.</param>
    public sealed record ExitRow(DateOnly Date, Money Proceeds, Money CostRelieved, string Note);
}

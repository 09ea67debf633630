using FundTracker.Domain.Figures;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Social;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Registry;

/// <summary>What is measured of companies.</summary>
public enum SocialMeasure : byte
{
    /// <summary>营业收入 revenue.</summary>
    Revenue = 1,

    /// <summary>纳税 taxes.</summary>
    Tax = 2,

    /// <summary>研发投入 research and development.</summary>
    Research = 3,

    /// <summary>就业 jobs.</summary>
    Jobs = 4,

    /// <summary>专利 patents.</summary>
    Patents = 5,
}

/// <summary>A measure over all companies that our funds hold.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="InFull">全额: the companies' figures as they are.</param>
/// <param name="ByShare">穿透份额: each company's figure times the mother fund's look-through share of what the company raised.</param>
/// <param name="Stated">How many companies stated the figure.</param>
/// <param name="StatedWithShare">How many of them count by share, because what they raised is known.</param>
/// <param name="Companies">How many companies our funds hold.</param>
public sealed record SocialTotal(SocialMeasure Measure, IFigure InFull, IFigure ByShare, int Stated, int StatedWithShare, int Companies);

/// <summary>A company's year and what followed on our money.</summary>
/// <param name="Company">The company.</param>
/// <param name="Year">What it stated of the year; null where nothing.</param>
/// <param name="Share">The mother fund's look-through share of what the company raised.</param>
/// <param name="Ours">What our funds put in, at 100 %.</param>
/// <param name="FollowOn">后续融资倍数: what others put into rounds after our money first came in, over what our funds put in.</param>
public sealed record CompanySocial(NodeEntry Company, CompanyYear? Year, Figure<Percentage> Share, Money Ours, Figure<Multiple> FollowOn);

/// <summary>社会效益: what the companies that our funds hold brought about in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Companies">All companies that our funds hold, by code.</param>
/// <param name="Totals">Each measure.</param>
/// <param name="FollowOn">What others put in after us over what our funds put in, of the companies that have such a round.</param>
/// <param name="FollowOnByShare">The same with each company weighted by the mother fund's look-through money in it instead of all that our funds put in.</param>
/// <param name="Followed">How many companies that is.</param>
public sealed record SocialResults(
    int Year, IReadOnlyList<CompanySocial> Companies, IReadOnlyList<SocialTotal> Totals, Figure<Multiple> FollowOn, Figure<Multiple> FollowOnByShare, int Followed);

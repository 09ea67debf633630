using FundTracker.Domain.Committees;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Committees;

/// <summary>How a committee decides, in words.</summary>
internal static class RuleWords
{
    /// <summary>The rule; its text as the books keep it where that is no rule.</summary>
    public static string Of(UiText t, string rule) => VotingRule.Parse(rule) is { } read
        ? t["committees.ruleWords", ("quorum", Of(t, read.Quorum)), ("majority", Of(t, read.Majority))]
        : rule;

    private static string Of(UiText t, VotingRule.Threshold threshold) =>
        t[threshold.IsStrict ? "committees.moreThan" : "committees.atLeast", ("share", FormattableString.Invariant($"{threshold.Numerator}/{threshold.Denominator}"))];
}

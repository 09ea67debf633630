using FundTracker.Application.Text;
using FundTracker.Domain.Evaluations;
using FundTracker.Web.Components;
using FundTracker.Web.Texts;

namespace FundTracker.Web.Features.Evaluations;

/// <summary>What is missing for more points, as pages say it.</summary>
public static class GapText
{
    /// <summary>In the language and the unit that are shown; empty where nothing is missing or known.</summary>
    public static string Of(UiText text, IndicatorScore score, AmountUnit unit) =>
        ScoreText.Gap(score, Languages.Current, money => Formats.WithUnit(text, money, unit));
}

using FundTracker.Domain.Indices;
using FundTracker.Domain.Values;
using FundTracker.Web.Components;

namespace FundTracker.Web.Features.Indices;

/// <summary>Values of published quartiles as they are shown.</summary>
internal static class QuartileText
{
    /// <summary>A multiple, or a rate per year in per cent.</summary>
    public static string Of(BenchmarkMeasure measure, decimal value) =>
        measure == BenchmarkMeasure.Irr ? Formats.Of(Percentage.FromFraction(value)) : Formats.Of(Multiple.Of(value));

    /// <summary>Lower quartile, median and upper quartile.</summary>
    public static string Of(BenchmarkQuartiles row) =>
        string.Join(" / ", new[] { row.Lower, row.Median, row.Upper }.Select(value => Of(row.Measure, value)));
}

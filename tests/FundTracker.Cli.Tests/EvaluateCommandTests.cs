using System.Text.Json;

namespace FundTracker.Cli.Tests;

/// <summary>The evaluation of the demonstration, as scripts ask for it.</summary>
public sealed class EvaluateCommandTests(DemoFolder demo)
{
    [Fact]
    public void Each_indicator_has_points_of_a_maximum_with_basis_and_gap()
    {
        var run = Run("--scheme", "1753", "--year", "2025");
        Assert.Equal(0, run.ExitCode);
        var indicators = run.Json.EnumerateArray().ToList();
        Assert.Equal(100m, indicators.Sum(one => one.GetProperty("of").GetDecimal()));
        foreach (var one in indicators)
        {
            Assert.Contains(one.GetProperty("basis").GetString(), new[] { "computed", "entered" });
            var points = one.GetProperty("points");
            Assert.True(points.ValueKind == JsonValueKind.Null || points.GetDecimal() is var p && p >= 0 && p <= one.GetProperty("of").GetDecimal());
            var isFull = points.ValueKind != JsonValueKind.Null && points.GetDecimal() == one.GetProperty("of").GetDecimal();
            if (isFull) Assert.Equal(JsonValueKind.Null, one.GetProperty("gapToNext").ValueKind);
        }

        var near = indicators.Where(one => one.GetProperty("unit").GetString() == "percent" && one.GetProperty("gapToNext").ValueKind == JsonValueKind.Object).ToList();
        Assert.NotEmpty(near);
        foreach (var one in near)
        {
            var gap = one.GetProperty("gapToNext");
            Assert.Equal(Math.Abs(one.GetProperty("figure").GetDouble() - gap.GetProperty("limit").GetDouble()), gap.GetProperty("distance").GetDouble(), precision: 6);
        }

        var paidIn = indicators.Single(one => one.GetProperty("indicator").GetString() == "C1");
        Assert.Equal((0.5m, "500000000.00"), (paidIn.GetProperty("points").GetDecimal(), paidIn.GetProperty("gapToNext").GetProperty("amount").GetString()));
    }

    [Fact]
    public void A_year_before_the_scheme_is_refused_and_retroactively_says_so()
    {
        var refused = Run("--scheme", "1753", "--year", "2024");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("2026-01-12", refused.Error, StringComparison.Ordinal);
        Assert.All(Run("--scheme", "1753", "--year", "2024", "--retroactive").Json.EnumerateArray(), one => Assert.True(one.GetProperty("retroactive").GetBoolean()));
        Assert.Contains("template", Run("--scheme", "quanzhou", "--year", "2025").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_rules_that_is_not_there_is_refused_in_one_sentence()
    {
        var run = With("nowhere");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal("The folder nowhere, which the setting FundTracker:Policies names, is not there.", run.Error.Trim());
    }

    [Fact]
    public void A_faulty_scheme_file_is_named_with_the_place_and_in_words_of_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("fundtracker-policies-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "schemes"));
            File.WriteAllText(Path.Combine(folder.FullName, "schemes", "own.json"), "{ \"id\": \"own\", \"firstYear\": \"soon\" }");
            var run = With(folder.FullName);
            Assert.Equal((1, ""), (run.ExitCode, run.Output));
            Assert.Contains("In the scheme file own.json the value at $.firstYear is \"soon\"; it should be a whole number.", run.Error, StringComparison.Ordinal);
            Assert.Contains("The scheme file own.json lacks the member $.groups.", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("FundTracker.", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private CommandRun With(string policies) => CommandRun.Of(
        demo.Folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["FundTracker__Policies"] = policies },
        "evaluate", "--fund", "LUZHOU1", "--scheme", "district", "--year", "2025", "--language", "en", "--database", "demo.db");

    private CommandRun Run(params string[] options) =>
        CommandRun.Of(demo.Folder, ["evaluate", "--fund", "LUZHOU1", .. options, "--json", "--language", "en", "--database", "demo.db"]);
}

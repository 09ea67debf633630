using System.Globalization;
using System.Text.Json;
using UglyToad.PdfPig;

namespace FundTracker.Cli.Tests;

/// <summary>What the command line answers on the Luyang demonstration.</summary>
public sealed class DemoCommandTests(DemoFolder demo)
{
    private static readonly string[] Formulas = ["SocialToFiscal", "TotalToMotherCommitted", "TotalToMotherPaidIn", "SocialShare", "LookThrough"];

    [Fact]
    public void The_family_has_21_funds_of_21_841_billion_in_all()
    {
        var funds = Run("figures", "--fund", "LUYANG", "--as-of", "2023-06-30", "--json").Json.EnumerateArray().ToList();

        Assert.Equal(21, funds.Count);
        Assert.Equal("LUZHOU1", funds[0].GetProperty("code").GetString());
        Assert.Equal("5000000000.00", funds[0].GetProperty("fundSize").GetString());
        Assert.Equal(21_841_000_000.00m, funds.Sum(fund => Amount(fund, "fundSize")));
        Assert.Equal(16_841_000_000.00m, funds.Skip(1).Sum(fund => Amount(fund, "fundSize")));
    }

    [Fact]
    public void An_object_of_figures_has_its_fields_and_no_others()
    {
        string[] fields =
        [
            "code", "name", "currency", "fundSize", "commitment", "paidIn", "distributed", "nav", "unfunded", "pic", "dpi", "rvpi", "tvpi", "irr",
            "illustrative",
        ];

        foreach (var fund in Run("figures", "--fund", "LUYANG", "--as-of", "2023-06-30", "--json").Json.EnumerateArray())
        {
            string[] age = fund.GetProperty("nav").ValueKind == JsonValueKind.String ? ["navStatedOn", "navStale"] : [];
            Assert.Equal([.. fields, .. age], fund.EnumerateObject().Select(field => field.Name));
        }
    }

    [Fact]
    public void A_nav_that_is_older_than_a_quarter_says_so_beside_the_figures_that_stand_on_it()
    {
        var funds = Run("figures", "--fund", "LUZHOU1", "--as-of", "2026-10-31", "--json").Json.EnumerateArray().ToList();
        var aged = funds.Single(fund => fund.GetProperty("code").GetString() == "AIYI");
        Assert.Equal("2026-03-31", aged.GetProperty("navStaleSince").GetString());
        Assert.Equal("2026-03-31", aged.GetProperty("navStatedOn").GetString());
        Assert.True(aged.GetProperty("navStale").GetBoolean());
        Assert.Contains("nav@AIYI: stands on a NAV or valuation of 2026-03-31", Run("figures", "--fund", "AIYI", "--as-of", "2026-10-31", "--language", "en").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("stands on a NAV", Run("figures", "--fund", "AIYI", "--as-of", "2026-03-31", "--language", "en").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Policy: recallable distributions: counted (default)", "Policy: payments outside the commitment: counted by all ratios (default)")]
    [InlineData("zh", "口径：可召回分配：计入（默认）", "口径：认缴之外的付款：各比率均计入（默认）")]
    public void The_table_of_figures_says_by_which_policies_its_ratios_are_read(string language, string recallable, string outside)
    {
        var lines = Run("figures", "--fund", "LUZHOU1", "--as-of", "2023-06-30", "--language", language).Output.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Contains(recallable, lines);
        Assert.Contains(outside, lines);
    }

    [Fact]
    public void The_first_phase_of_half_a_billion_is_paid_in_cash()
    {
        var cash = Run("ledger", "--fund", "LUZHOU1", "--json").Json.EnumerateArray()
            .Where(line => line.GetProperty("investee").GetString() == "LUZHOU1" && line.GetProperty("kind").GetString() == "Contribution")
            .Where(line => string.CompareOrdinal(line.GetProperty("effectiveDate").GetString(), "2023-06-30") <= 0);

        Assert.Equal(500_000_000.00m, cash.Sum(line => Amount(line, "amount")));
    }

    [Theory]
    [InlineData("AIYI", "2023Q2", 1, "AIYI is a sub-fund of LUZHOU1")]
    [InlineData("LUZHOU1", "2090Q1", 1, "2090Q1 has not begun")]
    [InlineData("LUZHOU1", "2023Q5", 2, "'2023Q5' is not a quarter such as 2023Q2.")]
    public void A_report_that_cannot_be_is_refused_and_no_file_is_written(string fund, string quarter, int code, string reason)
    {
        var file = Path.Combine(demo.Folder, $"{fund}-{quarter}.pdf");
        var refused = CommandRun.Of(demo.Folder, "report", "quarterly", "--fund", fund, "--quarter", quarter, "-o", file, "--database", "demo.db", "--language", "en");

        Assert.Equal(code, refused.ExitCode);
        Assert.Contains(reason, refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void The_planned_fund_is_in_the_pipeline_and_counts_nowhere() =>
        Assert.DoesNotContain(
            Run("figures", "--fund", "LUYANG", "--as-of", "2026-03-31", "--json").Json.EnumerateArray(),
            fund => fund.GetProperty("code").GetString() == "JNNF");

    [Fact]
    public void One_hundred_and_thirty_companies_are_invested_by_mid_2023()
    {
        var companies = Run("ledger", "--fund", "LUZHOU1", "--json").Json.EnumerateArray()
            .Where(line => line.GetProperty("kind").GetString() == "Investment")
            .Where(line => string.CompareOrdinal(line.GetProperty("effectiveDate").GetString(), "2023-06-30") <= 0)
            .Select(line => line.GetProperty("investee").GetString()).Distinct();

        Assert.Equal(130, companies.Count());
    }

    [Fact]
    public void Every_fund_says_each_figure_or_why_there_is_none()
    {
        string[] names = ["fundSize", "commitment", "paidIn", "distributed", "nav", "unfunded", "pic", "dpi", "rvpi", "tvpi"];

        foreach (var fund in Run("figures", "--fund", "LUZHOU1", "--as-of", "2026-03-31", "--json").Json.EnumerateArray())
        {
            foreach (var name in names)
            {
                var value = fund.GetProperty(name);
                Assert.True(
                    value.ValueKind is JsonValueKind.String or JsonValueKind.Number || value.GetProperty("none").GetString()!.Length > 0, name);
            }
        }
    }

    [Fact]
    public void Leverage_gives_the_five_ratios_with_what_stands_above_and_below_the_line()
    {
        var ratios = Run("leverage", "--fund", "LUZHOU1", "--as-of", "2023-06-30", "--json").Json.EnumerateArray().ToList();

        Assert.Equal(Formulas, ratios.Select(ratio => ratio.GetProperty("formula").GetString()));
        foreach (var ratio in ratios)
        {
            Assert.Contains(ratio.GetProperty("basis").GetString(), (string[])["committed", "paidIn"]);
            var expected = (double)(Amount(ratio, "numerator") / Amount(ratio, "denominator"));
            Assert.Equal(expected, ratio.GetProperty("value").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public void The_chains_of_ledger_facts_and_audit_hold()
    {
        Assert.Equal(0, Run("ledger", "verify").ExitCode);
        Assert.Equal(0, Run("audit", "verify").ExitCode);
    }

    [Fact]
    public void Before_anything_was_recorded_nothing_is_known()
    {
        var funds = Run("figures", "--fund", "LUZHOU1", "--as-of", "2023-06-30", "--known-at", "2020-01-01", "--json").Json.EnumerateArray().ToList();

        var only = Assert.Single(funds);
        Assert.False(string.IsNullOrEmpty(only.GetProperty("commitment").GetProperty("none").GetString()));
    }

    [Fact]
    public void A_known_at_in_the_future_is_refused()
    {
        var run = Run("figures", "--fund", "LUZHOU1", "--as-of", "2023-06-30", "--known-at", "2999-01-01", "--language", "en");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("2999-01-01", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "2023Q2", "基金")]
    [InlineData("zh", "2026Q1", "基金")]
    [InlineData("en", "2026Q1", "Luzhou")]
    public void The_quarterly_report_is_a_searchable_pdf_that_prints_the_same_figures(string language, string quarter, string word)
    {
        var file = $"{quarter}-{language}.pdf";

        Assert.Equal(0, Run("report", "quarterly", "--fund", "LUZHOU1", "--quarter", quarter, "--language", language, "-o", file).ExitCode);

        var path = Path.Combine(demo.Folder, file);
        Assert.InRange(new FileInfo(path).Length, 10_000, 500_000);
        using var pdf = PdfDocument.Open(path);
        var text = string.Concat(pdf.GetPages().Select(page => page.Text));
        Assert.Contains(word, text, StringComparison.Ordinal);
        var asOf = quarter == "2023Q2" ? "2023-06-30" : "2026-03-31";
        var mother = Run("figures", "--fund", "LUZHOU1", "--as-of", asOf, "--json").Json[0];
        var paidIn = (Amount(mother, "paidIn") / 10_000m).ToString("N2", CultureInfo.InvariantCulture);
        Assert.Contains(paidIn, text, StringComparison.Ordinal);
        AssertRules(text, asOf);
    }

    // The report lists each rule that is in force on its day, by the version that the command answers with, and no other.
    private void AssertRules(string text, string asOf)
    {
        var rules = Run("rules", "--fund", "LUZHOU1", "--as-of", asOf, "--json").Json.EnumerateArray().ToList();
        foreach (var rule in rules)
        {
            Assert.Contains($"{rule.GetProperty("rule").GetString()} ", text, StringComparison.Ordinal);
            Assert.Contains(rule.GetProperty("version").GetString()!, text, StringComparison.Ordinal);
        }

        Assert.Equal(asOf == "2026-03-31", text.Contains("N-04 ", StringComparison.Ordinal));
        Assert.Contains("policy.localMultiple@LUZHOU1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Loading_the_demonstration_again_changes_nothing()
    {
        var copy = Path.Combine(demo.Folder, "again.db");
        File.Copy(Path.Combine(demo.Folder, "demo.db"), copy);

        var before = CommandRun.Of(demo.Folder, "ledger", "--fund", "LUZHOU1", "--json", "--database", copy).Output;
        Assert.Equal(0, CommandRun.Of(demo.Folder, "demo", "--database", copy).ExitCode);

        Assert.Equal(before, CommandRun.Of(demo.Folder, "ledger", "--fund", "LUZHOU1", "--json", "--database", copy).Output);
    }

    private static decimal Amount(JsonElement of, string name) => decimal.Parse(of.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private CommandRun Run(params string[] arguments) => CommandRun.Of(demo.Folder, [.. arguments, "--database", "demo.db"]);
}

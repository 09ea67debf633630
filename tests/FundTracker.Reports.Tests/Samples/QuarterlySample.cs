using System.Globalization;
using System.Text;
using FundTracker.Analytics.Exposure;
using FundTracker.Analytics.Leverage;
using FundTracker.Analytics.Performance;
using FundTracker.Analytics.Phases;
using FundTracker.Analytics.Ratios;
using FundTracker.Application.Evaluations;
using FundTracker.Application.Policies;
using FundTracker.Application.Reports;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Reports.Tests.Samples;

/// <summary>A quarterly report over books in memory: the figures are computed by the product's engines, the books are invented.</summary>
public static class QuarterlySample
{
    private static readonly string[] Sectors = ["optoelectronics", "digitalEconomy", "newEnergy"];
    private static readonly string[] Stages = ["TechTransfer", "StartUp", "Development", "Growth", "Mature"];
    private static readonly string[] Classes = ["Theme", "Function", "Angel"];
    private static readonly string[] FundStages = ["Seed", "Angel", "ScienceTechnology", "Industry"];

    public static QuarterlyReport Report(int subFunds = 4, int companies = 6)
    {
        var books = TestBooks.Of(Ledger(subFunds, companies));
        var (view, before) = (books.View("2023-06-30", "2023-07-15T08:30:00Z"), books.View("2023-03-31", "2023-07-15T08:30:00Z"));
        var (now, then) = (FundFigureEngine.OfFamily(view), FundFigureEngine.OfFamily(before));
        var exposure = LookThrough.Of(view);
        var root = Named(view.Book.Root, "示例母基金", "Sample Mother Fund");
        return new QuarterlyReport(
            root, "FAMILY", Quarter.Of(2023, 2), view.KnownAt, PeriodState.Closed, now[0], then[0], MotherFundNav.Cash(view, view.Book.Root),
            PhaseProgress.Of(view, view.Book.Root, Plan(books), []), Calls(root), Payments(view), [],
            [.. now.Skip(1).Select(Named)], [.. then.Skip(1).Select(Named)], RollForwardEngine.ToDate(view, "M1")!, RollForwards(view, now.Skip(1)), LeverageEngine.AllRows(view),
            [.. new[] { "2022-12-31", "2023-03-31", "2023-06-30" }.Select(day => new QuarterlyReport.LeveragePoint(
                LedgerText.Date(day), LeverageEngine.Whole(books.View(day, "2023-07-15T08:30:00Z"))))],
            exposure, [.. exposure.Companies.Select(Company)], [],
            PolicyPages.Of(view, [Plan(books)], RuleFiles.Read(RuleFiles.Shipped()).Value, SchemeFiles.Read(SchemeFiles.Shipped()).Value),
            LandingPages.Of(view, [Plan(books)], RuleFiles.Read(RuleFiles.Shipped()).Value, []), []);
    }

    private static IReadOnlyList<NavRollForward> RollForwards(LedgerView view, IEnumerable<FundFigures> funds) =>
        [.. funds.Select(figures => RollForwardEngine.Of(view, figures.Fund.Code, new DateOnly(2023, 3, 31))! with { Fund = Named(figures).Fund })];

    private static string Ledger(int subFunds, int companies)
    {
        var text = new StringBuilder("""
            mother M1 CNY
            2022-01-05 FIN investorKind = Fiscal
            2022-01-05 SOE investorKind = StateOwned
            2022-01-05 SOC investorKind = SocialCapital
            2022-01-05 BANK investorKind = Financial
            2022-01-05 M1 leverageTarget:SocialToFiscal = 1.5
            2022-01-10 FIN->M1 Commitment 3,000,000,000.00 reported
            2022-01-10 SOE->M1 Commitment 2,000,000,000.00 reported
            2022-02-01 FIN->M1 Contribution 300,000,000.00 reported
            2022-02-01 SOE->M1 Contribution 200,000,000.00 reported
            2023-05-10 FIN->M1 Contribution 60,000,000.00

            """);
        for (var i = 1; i <= subFunds; i++)
            AppendFund(text, i);
        for (var i = 1; i <= companies; i++)
            AppendCompany(text, i, fund: 1 + (i % subFunds));
        return text.ToString();
    }

    private static void AppendFund(StringBuilder text, int i)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"SUB{i:00}");
        var size = 40_000_000m + (i * 1_000_000m);
        Line($"fund {code} CNY");
        Line($"2022-02-05 {code} fundStatus = Active");
        Line($"2022-02-05 {code} fundClass = {Classes[i % 3]}");
        Line($"2022-02-05 {code} fundStage = {FundStages[i % 4]}");
        Line($"2022-02-05 {code} sector = {Sectors[i % 3]}");
        Line($"2022-02-10 M1->{code} Commitment {size * 0.25m:0.00} illustrative");
        Line($"2022-02-10 SOC->{code} Commitment {size * 0.6m:0.00} illustrative");
        Line($"2022-02-10 BANK->{code} Commitment {size * 0.15m:0.00} illustrative");
        Line($"2022-03-01 M1->{code} Contribution {size * 0.15m:0.00} illustrative");
        Line($"2022-03-01 SOC->{code} Contribution {size * 0.36m:0.00} illustrative");
        Line($"2022-03-01 BANK->{code} Contribution {size * 0.09m:0.00} illustrative");
        if (i % 3 != 0)
            Line($"2023-03-31 M1->{code} Nav {size * (0.14m + (i * 0.004m)):0.00} illustrative");
        if (i % 4 == 2)
        {
            Line($"2023-06-30 M1->{code} Nav {size * 0.15m:0.00} illustrative");
            Line($"2023-06-30 {code} ValueIncome 120000.00 illustrative");
            Line($"2023-06-30 {code} ValueManagementFee 210000.00 illustrative");
        }

        if (i % 4 == 1)
            Line($"2023-06-12 M1->{code} ReturnOfCapital {size * 0.01m:0.00} illustrative recallable");

        void Line(FormattableString line) => text.AppendLine(FormattableString.Invariant(line));
    }

    private static void AppendCompany(StringBuilder text, int i, int fund)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"C{i:000}");
        Line($"company {code}");
        Line($"2022-04-01 {code} sector = {Sectors[i % 3]}");
        Line($"2022-04-01 {code} lifeCycleStage = {Stages[i % 5]}");
        Line($"2022-04-15 SUB{fund:00}->{code} Investment {2_000_000m + (i * 10_000m):0.00} illustrative");

        void Line(FormattableString line) => text.AppendLine(FormattableString.Invariant(line));
    }

    private static ContributionPlan Plan(TestBooks books)
    {
        var at = LedgerText.Instant("2022-01-06T09:00:00Z");
        var plan = ContributionPlan.DrawUp(new ContributionPlanId(1), books.Node("M1"), books.Node("M1"), rolling: true, new Signatures("manager1", "approver1", Voucher: null), at);
        foreach (var (date, amount) in new[] { ("2022-02-01", 500_000_000m), ("2023-05-01", 1_250_000_000m), ("2024-05-01", 1_500_000_000m) })
            _ = plan.AddTranche(LedgerText.Date(date), Money.Of(amount, Currency.Cny), 2022, ["budget"], Provenance.Reported, new Signatures("manager1", "approver1", Voucher: null), at).Value;
        return plan;
    }

    private static IReadOnlyList<QuarterlyReport.CallRow> Calls(NodeEntry root) =>
    [
        new(root, 2, new DateOnly(2023, 4, 20), new DateOnly(2023, 5, 10), Money.Of(60_000_000m, Currency.Cny), Money.Of(60_000_000m, Currency.Cny), false, false, Provenance.Recorded),
        new(root, 3, new DateOnly(2023, 5, 20), new DateOnly(2023, 6, 10), Money.Of(1_000_000m, Currency.Cny), Money.Of(970_000m, Currency.Cny), true, false, Provenance.Illustrative),
    ];

    private static IReadOnlyList<QuarterlyReport.FlowRow> Payments(LedgerView view) =>
    [
        new(11, new DateOnly(2023, 5, 10), LineKind.Contribution, view.Book.FindNode("FIN")!, view.Book.Root, Money.Of(60_000_000m, Currency.Cny), CallPurpose.Investment, Provenance.Recorded, null, null),
    ];

    private static QuarterlyReport.CompanyRow Company(CompanyExposure exposure, int i)
    {
        var currency = exposure.Company.Currency;
        return new QuarterlyReport.CompanyRow(
            Named(exposure.Company, $"示例企业 {exposure.Company.Code[1..]}", $"Sample company {exposure.Company.Code[1..]}"),
            exposure.Sector, exposure.Stage, exposure.InvestedByFunds, exposure.InvestedByFunds, exposure.Value,
            i % 2 == 0 ? [new QuarterlyReport.RoundRow("A轮", new DateOnly(2022, 4, 15), i % 4 == 0 ? null : Money.Of(12_000_000m, currency), exposure.InvestedByFunds, "示例资本； 示例创投")] : [],
            i == 1 ? [new QuarterlyReport.ExitRow(new DateOnly(2023, 6, 1), Money.Of(3_000_000m, currency), Money.Of(1_000_000m, currency), "Transfer: 部分转让")] : [],
            IsIllustrative: true);
    }

    private static FundFigures Named(FundFigures figures)
    {
        var number = figures.Fund.Code[3..];
        return figures with { Fund = Named(figures.Fund, $"示例产业投资基金{number}号合伙企业（有限合伙）", $"Sample Industry Fund {number} L.P.") };
    }

    private static NodeEntry Named(NodeEntry node, string zh, string en) => node with { Name = BilingualName.Of(zh, en) };
}

using FundTracker.Application.Approvals;
using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Documents;
using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Funds;

/// <summary>Members of the books and what is known of them.</summary>
public sealed class MemberTests
{
    private static readonly string CreditCode = UnifiedSocialCreditCode.FromBody("91340103MA2N00001").Value;

    [Fact]
    public async Task A_code_is_taken_once_over_funds_investors_and_companies()
    {
        await using var world = await Empty();
        await world.Refuses("pipeline.codeTaken", new RegisterCompany.Command(Mf, "SUB", "甲", NameEn: null, Start));
        await world.Refuses("pipeline.codeTaken", new RegisterInvestor.Command(Mf, "MF", "甲", NameEn: null, Start, InvestorKind.Manager));
        await world.Refuses("pipeline.codeTaken", new OpenSubFund.Command(Mf, "FIN", "甲", NameEn: null, "CNY", Start, LegalForm.Company));
        await world.Refuses("pipeline.codeTaken", new SetUpMotherFund.Command("MF", Family: null, "甲", NameEn: null, "CNY", LegalForm.Company, TargetSize: null, Start));
    }

    [Fact]
    public async Task A_credit_code_with_a_wrong_check_digit_is_refused()
    {
        await using var world = await Empty();
        var wrong = CreditCode[..17] + (CreditCode[17] == '0' ? '1' : '0');
        var error = await world.Refuses("input.creditCode", new RegisterCompany.Command(Mf, "C1", "甲", NameEn: null, Start, wrong));
        Assert.Equal("CreditCode", error.Field);
    }

    [Fact]
    public async Task The_same_credit_code_is_the_same_company_and_the_refusal_names_it()
    {
        await using var world = await Empty();
        await world.Must(new RegisterCompany.Command(Mf, "C1", "甲公司", NameEn: null, Start, CreditCode));
        var error = await world.Refuses("holding.creditCodeTaken", new RegisterCompany.Command(Mf, "C2", "乙公司", NameEn: null, Start, CreditCode.ToLowerInvariant()));
        Assert.Contains(("company", (object)"C1"), error.Args);
        Assert.Contains(("name", (object)"甲公司"), error.Args);
    }

    [Fact]
    public async Task A_fiscal_investor_has_a_level_and_no_other_has()
    {
        await using var world = await Empty();
        await world.Refuses("input.required", new RegisterInvestor.Command(Mf, "X1", "甲", NameEn: null, Start, InvestorKind.Fiscal));
        await world.Refuses("input.wrongForm", new RegisterInvestor.Command(Mf, "X1", "甲", NameEn: null, Start, InvestorKind.Manager, FiscalLevel.City));
    }

    [Fact]
    public async Task The_paper_behind_a_registration_waits_with_it_for_the_other_person()
    {
        await using var world = await Empty();
        var paper = await world.Must(new AttachDocument.Command(Mf, "articles.txt", "as given"u8.ToArray()));
        await world.Host.Must(
            new RegisterInvestor.Command(Mf, "X1", "甲", NameEn: null, Start, InvestorKind.Manager, Document: paper), Actors.Manager1);
        await world.Host.Must(
            new OpenSubFund.Command(Mf, "X2", "乙", NameEn: null, "CNY", Start, LegalForm.Company, Document: paper), Actors.Manager1);
        await world.Host.Must(
            new StateFact.Command(Mf, "X1", FactNames.InvestorKind, nameof(InvestorKind.Financial), Start, Document: paper), Actors.Manager1);
        var waiting = (await world.Must(new ListPending.Query(Mf))).Vouchers;
        Assert.Equal([paper, paper, paper], waiting.Select(voucher => voucher.Document!.Value));
    }

    [Fact]
    public async Task A_name_is_needed_in_one_language()
    {
        await using var world = await Empty();
        await world.Refuses("input.required", new RegisterCompany.Command(Mf, "C1", " ", "", Start));
        await world.Must(new RegisterCompany.Command(Mf, "C1", NameZh: null, "Company", Start));
    }

    [Fact]
    public async Task A_fact_that_changes_leaves_the_days_before_and_what_was_known_before_as_they_were()
    {
        await using var world = await Empty();
        await world.Post(new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Theme", Start));
        var before = Stamp.From(world.Host.Clock.GetUtcNow().AddMinutes(1));
        world.Host.Clock.Advance(TimeSpan.FromDays(1));
        await world.Post(new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Angel", Day("2023-07-01")));
        Assert.Equal("Theme", await ClassOn("2023-06-30", knownAt: null));
        Assert.Equal("Angel", await ClassOn("2023-07-01", knownAt: null));
        Assert.Equal("Theme", await ClassOn("2023-07-01", before));

        async Task<string?> ClassOn(string day, Stamp? knownAt) =>
            (await world.Must(new GetMembers.Query(Mf, Day(day), knownAt, NodeKind.SubFund))).Single().Fact(FactNames.FundClass);
    }

    [Fact]
    public async Task A_fact_with_a_value_that_is_not_known_is_refused()
    {
        await using var world = await Empty();
        await world.Refuses("fact.valueNotKnown", new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Gold", Start));
        await world.Refuses("fact.nameNotKnown", new StateFact.Command(Mf, "SUB", "colour", "red", Start));
        await world.Refuses("fact.wrongSubject", new StateFact.Command(Mf, "FIN", FactNames.FundClass, "Theme", Start));
        await world.Refuses("fact.valueNotKnown", new StateFact.Command(Mf, Mf, "fx:USD/CNY", "0", Start));
        await world.Refuses("fact.notByHand", new StateFact.Command(Mf, "SUB", "evaluationGrade:district", "2023;99;excellent", Start));
        await world.Post(new StateFact.Command(Mf, Mf, "fx:USD/CNY", "7.1", Start));
        await world.Post(new StateFact.Command(Mf, Mf, "leverageTarget:SocialToFiscal", "4.5", Start));
    }

    [Fact]
    public async Task A_sub_fund_opens_with_what_is_known_of_it()
    {
        await using var world = await Empty();
        await world.Must(new OpenSubFund.Command(
            Mf, "NEW", "新基金", NameEn: null, "CNY", Start, LegalForm.Company, FundClass.Function, FundStage.Seed, 2023, "newEnergy", 1_000_000_000m,
            FundStatus.Pipeline));
        var fund = (await world.Must(new GetFund.Query(Mf, "new", Day("2023-12-31")))).Fund;
        Assert.Equal(
            ("Function", "Seed", "2023", "newEnergy", "1000000000", "Pipeline", "Company"),
            (fund.Fact(FactNames.FundClass), fund.Fact(FactNames.FundStage), fund.Fact(FactNames.VintageYear), fund.Fact(FactNames.Sector),
                fund.Fact(FactNames.TargetSize), fund.Fact(FactNames.FundStatus), fund.Fact(FactNames.LegalForm)));
    }

    [Fact]
    public async Task A_company_is_listed_with_stage_and_place()
    {
        await using var world = await Empty();
        await world.Must(new RegisterCompany.Command(Mf, "C1", "甲", NameEn: null, Start, CreditCode, "semiconductors", LifeCycleStage.Growth, "district"));
        var row = (await world.Must(new ListCompanies.Query(Mf, Day("2023-12-31")))).Single(row => row.Company.Node.Code == "C1");
        Assert.Equal(("semiconductors", "Growth", "district"), (row.Company.Fact(FactNames.Sector), row.Company.Fact(FactNames.LifeCycleStage), row.Company.Fact(FactNames.Location)));
        Assert.Empty(row.Holdings);
        await world.Refuses("input.notKnown", new RegisterCompany.Command(Mf, "C2", "乙", NameEn: null, Start, Location: "moon"));
    }

    [Fact]
    public async Task The_past_is_asked_for_and_the_future_refused()
    {
        await using var world = await Empty();
        var later = Stamp.From(world.Host.Clock.GetUtcNow().AddSeconds(1));
        await world.Refuses("ledger.knownAtInFuture", new GetMembers.Query(Mf, Day("2023-12-31"), later));
    }

    [Fact]
    public async Task A_fund_page_shows_investors_plan_calls_and_what_is_pending()
    {
        await using var world = await Funded();
        var fee = new CalledItem(CallPurpose.ManagementFee, InsideCommitment: false, 1m);
        await world.Must(new DraftCapitalCall.Command(Mf, Mf, [fee], Day("2023-05-01"), Day("2023-05-20")));
        var pending = await world.Must(new RecordFundCash.Command(Mf, Mf, LineKind.Expense, Day("2023-05-01"), 1m));
        var page = await world.Must(new GetFund.Query(Mf, Mf, Day("2023-12-31")));
        Assert.Equal(["FIN", "SOE"], page.Investors.Select(position => position.Other.Node.Code));
        Assert.Equal(Yuan(300m), page.Investors[0].PaidIn);
        Assert.Equal(Yuan(100m), Assert.Single(page.Holdings).Commitment);
        Assert.Equal(Yuan(400m), page.Cash);
        Assert.Equal(2, page.Calls.Count);
        Assert.Equal(pending, Assert.Single(page.Pending).Id);
        await world.Refuses("pipeline.notFound", new GetFund.Query(Mf, "ACME", Day("2023-12-31")));
    }

    [Fact]
    public async Task Mother_funds_out_of_scope_are_neither_listed_nor_entered()
    {
        await using var world = await Empty();
        await world.Must(new SetUpMotherFund.Command("OTHER", Family: null, "另一母基金", NameEn: null, "CNY", LegalForm.Company, TargetSize: null, Start));
        var narrow = Actors.Manager1.Within("OTHER");
        Assert.Equal(["OTHER"], (await world.Must(new ListMotherFunds.Query(), narrow)).Select(row => row.Code));
        await world.Refuses("pipeline.notFound", new GetFund.Query(Mf, Mf, Day("2023-12-31")), narrow);
        await world.Refuses("pipeline.notFound", new StateFact.Command(Mf, "SUB", FactNames.FundClass, "Theme", Start), narrow);
    }
}

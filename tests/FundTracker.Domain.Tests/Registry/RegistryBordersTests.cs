using FundTracker.Domain.Carriers;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using static FundTracker.Domain.Tests.Registry.RegistryBook;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>What the registry takes exactly at its borders, and what just beyond them it refuses.</summary>
public sealed class RegistryBordersTests
{
    [Fact]
    public void A_floor_that_its_tenants_fill_to_the_last_metre_is_stated()
    {
        var book = Opened();
        book.Must("2023-02-01", Sign("T1", "CO1", 5_000m));
        book.Must("2023-02-01", Sign("T2", "CO2", 2_000m));
        book.Must("2023-03-01", Move("T1", TenancyStage.Settled));
        book.Must("2023-03-01", Move("T2", TenancyStage.Settled));
        book.Must("2023-04-01", new CarrierStated("PARK", new CarrierExtent(CarrierStatus.Live, 1m, 7_000m), ""));
        var refused = book.Refusal("2023-05-01", Move("T2", TenancyStage.Producing) with { SquareMetres = 2_000.5m });
        Assert.Equal([("carrier", "PARK"), ("taken", 7_000.5m), ("there", 7_000m)], refused.Args);
    }

    [Fact]
    public void A_carrier_takes_no_code_of_a_programme_and_a_tenant_moves_only_where_it_signed()
    {
        var book = Opened();
        book.Must("2023-01-03", new ProgrammeAdopted("PLAN", Name("方案"), null, "管委会", Day("2023-12-31")));
        book.Must("2023-01-03", CarrierTests.Park("OTHER"));
        book.Must("2023-02-01", Sign("T1", "CO1"));
        Assert.Equal("carrier.exists", book.Refused("2023-02-01", CarrierTests.Park("PLAN")));
        Assert.Equal("carrier.tenancyUnknown", book.Refused("2023-03-01", Move("T1", TenancyStage.Settled) with { Carrier = "OTHER" }));
    }

    [Fact]
    public void A_refused_tenant_is_told_since_when_and_where()
    {
        var book = Opened();
        book.Must("2023-01-03", CarrierTests.Park("OTHER"));
        book.Must("2023-02-01", Sign("T1", "CO1"));
        book.Must("2023-02-01", Sign("T2", "CO1") with { Carrier = "OTHER" });
        book.Must("2023-05-01", Move("T1", TenancyStage.Settled));
        book.Must("2023-06-01", Move("T1", TenancyStage.Producing));
        var two = book.Refusal("2023-07-01", Move("T2", TenancyStage.Settled) with { Carrier = "OTHER" });
        Assert.Equal([("company", "CO1"), ("carrier", "PARK"), ("since", Day("2023-06-01")), ("other", "OTHER")], two.Args);
        book.Must("2023-08-01", Move("T1", TenancyStage.Left) with { Reason = "搬迁" });
        var gone = book.Refusal("2023-09-01", Move("T1", TenancyStage.Producing));
        Assert.Equal([("tenancy", "T1"), ("on", Day("2023-08-01"))], gone.Args);
    }

    [Fact]
    public void A_stage_counts_from_the_latest_time_that_it_was_reached_and_floor_from_where_it_was_stated()
    {
        var book = Opened();
        book.Must("2023-02-01", Sign("T1", "CO1", 300m));
        book.Must("2023-03-01", Move("T1", TenancyStage.Settled) with { SquareMetres = 400m });
        book.Must("2023-04-01", Move("T1", TenancyStage.Producing));
        book.Must("2023-05-01", Move("T1", TenancyStage.Settled) with { Reason = "停产" });
        var tenancy = book.State.Tenancies["T1"];
        Assert.Equal(
            (Day("2023-02-01"), Day("2023-05-01"), Day("2023-04-01"), null),
            (tenancy.Since(TenancyStage.Signed), tenancy.Since(TenancyStage.Settled), tenancy.Since(TenancyStage.Producing), tenancy.Since(TenancyStage.Left)));
        Assert.Equal((400m, 400m, true), (tenancy.Floor, tenancy.Occupied, tenancy.IsIn));
    }

    [Fact]
    public void Parts_and_tenants_come_by_code_and_parts_of_parts_behind_their_own()
    {
        var book = Opened();
        foreach (var (code, parent) in new[] { ("B", "PARK"), ("A", "PARK"), ("C", "A"), ("ALONE", null) })
            book.Must("2023-01-04", CarrierTests.Park(code, parent: parent));
        foreach (var code in new[] { "T2", "T1", "T3" }) book.Must("2023-02-01", Sign(code, "CO1"));
        book.Must("2023-02-01", Sign("T0", "CO1") with { Carrier = "A" });
        Assert.Equal(["PARK", "A", "C", "B"], book.State.WithParts(book.State.Carriers["PARK"]).Select(carrier => carrier.Code));
        Assert.Equal(["T1", "T2", "T3"], book.State.TenanciesOf("PARK").Select(tenancy => tenancy.Code));
    }

    [Fact]
    public void A_tenant_that_settles_gives_its_company_the_fact_of_its_carrier_and_leaving_takes_it()
    {
        var book = Opened();
        book.Must("2023-02-01", Sign("T1", "CO1"));
        var settles = Move("T1", TenancyStage.Settled);
        book.Must("2023-03-01", settles);
        var (node, on) = (new NodeId(7), Day("2023-03-01"));
        Assert.Equal(new FactDraft(node, FactNames.Carrier, "PARK", on, Provenance.Recorded), Missing(settles, null));
        Assert.Equal("PARK", Missing(Sign("T1", "CO1"), "OTHER")!.Value);
        Assert.Null(Missing(settles, "PARK"));
        Assert.Null(CarrierFacts.Missing(settles, on, book.State, _ => null, _ => null));
        Assert.Null(Missing(CarrierTests.Park("PARK"), null));
        book.Must("2023-04-01", Move("T1", TenancyStage.Left) with { Reason = "搬迁" });
        Assert.Equal("", Missing(settles, "PARK")!.Value);
        Assert.Null(Missing(settles, null));

        FactDraft? Missing(RegistryEvent happened, string? stated) => CarrierFacts.Missing(happened, on, book.State, _ => node, _ => stated);
    }

    [Fact]
    public void Records_of_diligence_come_by_the_day_of_the_decision_then_by_whom_they_are_about()
    {
        var book = new RegistryBook();
        book.Must("2023-03-01", Diligence("CO2", "2023-06-01"));
        book.Must("2023-03-02", Diligence("CO1", "2023-06-01"));
        book.Must("2023-03-03", Diligence("CO3", "2023-05-01"));
        book.Must("2023-03-04", Diligence("CO1", "2023-04-01") with { Holder = "FUND2" });
        Assert.Equal(["CO3", "CO1", "CO2"], book.State.DiligenceOf("FUND1").Select(record => record.Investee));
        Assert.Equal(Day("2023-04-01"), Assert.Single(book.State.DiligenceOf("FUND2")).DecidedOn);
    }

    [Fact]
    public void Two_records_are_the_same_where_every_answer_and_paper_is()
    {
        var one = Diligence("CO1", "2023-06-01");
        var other = one with { Checks = [.. one.Checks], Documents = [] };
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, one with { KnownBy = "法务" });
        Assert.NotEqual(one, one with { Documents = [new DocumentId(1)] });
        var no = one with { Checks = [one.Checks[0] with { Answer = DiligenceAnswer.No, Note = "无" }, .. one.Checks.Skip(1)] };
        Assert.NotEqual(one, no);
        Assert.Equal((10, 1, 0), (no.Count(DiligenceAnswer.Yes), no.Count(DiligenceAnswer.No), no.Count(DiligenceAnswer.NotApplicable)));
    }

    private static RegistryBook Opened()
    {
        var book = new RegistryBook();
        book.Must("2023-01-03", CarrierTests.Park("PARK"));
        return book;
    }

    private static TenantSigned Sign(string code, string company, decimal? floor = null) =>
        new(code, "PARK", TenantKind.Enterprise, Name("示例企业"), company, floor);

    private static TenantMoved Move(string tenancy, TenancyStage stage) => new("PARK", tenancy, stage, null, "");

    private static DiligenceRecorded Diligence(string investee, string decided) => new(
        "FUND1", investee, Day(decided), "样机通过检测", "投资团队",
        [.. DiligenceItems.OfInvestment.Select(item => new DiligenceCheck(item, DiligenceAnswer.Yes, ""))], []);
}

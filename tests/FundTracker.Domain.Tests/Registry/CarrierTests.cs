using FundTracker.Domain.Carriers;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;
using static FundTracker.Domain.Tests.Registry.RegistryBook;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>Carriers and who is in them.</summary>
public sealed class CarrierTests
{
    [Fact]
    public void A_carrier_stands_as_it_was_stated_last_on_each_day()
    {
        var book = Opened();
        book.Must("2024-06-01", new CarrierStated("PARK", new CarrierExtent(CarrierStatus.Live, 120m, 9_000m), ""));
        Assert.Equal(new CarrierExtent(CarrierStatus.Building, 100m, 8_000m), book.On("2024-05-31").Carriers["PARK"].Extent);
        Assert.Equal(new CarrierExtent(CarrierStatus.Live, 120m, 9_000m), book.On("2024-06-01").Carriers["PARK"].Extent);
        Assert.Empty(book.On("2022-12-31").Carriers);
    }

    [Fact]
    public void What_was_known_earlier_is_answered_as_it_was_known()
    {
        var book = Opened();
        var known = book.Entries[^1].DecidedAt!.Value;
        book.Must("2023-02-01", new CarrierStated("PARK", new CarrierExtent(CarrierStatus.Building, 130m, 8_000m), ""));
        Assert.Equal(100m, book.On("2024-12-31", known).Carriers["PARK"].Extent.AreaMu);
        Assert.Equal(130m, book.On("2024-12-31").Carriers["PARK"].Extent.AreaMu);
    }

    [Fact]
    public void A_carrier_has_parts_and_each_stands_for_itself()
    {
        var book = Opened();
        book.Must("2023-03-01", new CarrierOpened("STATION", Name("驿站"), CarrierKind.Station, null, "PARK", new CarrierExtent(CarrierStatus.Live, null, null)));
        Assert.Equal(["PARK", "STATION"], book.State.WithParts(book.State.Carriers["PARK"]).Select(carrier => carrier.Code));
    }

    [Fact]
    public void A_carrier_is_refused_below_zero_twice_or_as_part_of_nothing()
    {
        var book = Opened();
        Assert.Equal("carrier.areaNegative", book.Refused("2023-02-01", Park("P2", area: -1m)));
        Assert.Equal("carrier.areaNegative", book.Refused("2023-02-01", new CarrierStated("PARK", new CarrierExtent(CarrierStatus.Live, 1m, -1m), "")));
        Assert.Equal("carrier.exists", book.Refused("2023-02-01", Park("PARK")));
        Assert.Equal("carrier.unknown", book.Refused("2023-02-01", Park("P2", parent: "NOWHERE")));
        Assert.Equal("carrier.unknown", book.Refused("2022-12-31", new CarrierStated("PARK", new CarrierExtent(CarrierStatus.Live, 1m, 1m), "")));
    }

    [Fact]
    public void A_status_goes_back_for_a_reason_alone()
    {
        var book = Opened();
        var back = new CarrierStated("PARK", new CarrierExtent(CarrierStatus.Planned, 100m, 8_000m), "");
        Assert.Equal("carrier.statusBack", book.Refused("2023-02-01", back));
        book.Must("2023-02-01", back with { Reason = "规划调整" });
        Assert.Equal("规划调整", book.State.Carriers["PARK"].Steps[^1].Reason);
    }

    [Fact]
    public void A_tenant_goes_from_signed_to_settled_to_producing_to_left()
    {
        var book = Opened();
        book.Must("2023-02-01", Sign("T1", "CO1", 500m));
        Assert.Equal((TenancyStage.Signed, 0m, null), (book.State.Tenancies["T1"].Stage, book.State.Tenancies["T1"].Occupied, book.State.CarrierOf("CO1")));
        book.Must("2023-05-01", Move("T1", TenancyStage.Settled));
        book.Must("2023-09-01", Move("T1", TenancyStage.Producing) with { SquareMetres = 700m });
        Assert.Equal((700m, "PARK"), (book.State.Tenancies["T1"].Occupied, book.State.CarrierOf("CO1")));
        Assert.Equal(500m, book.On("2023-08-31").Tenancies["T1"].Occupied);
        book.Must("2024-09-01", Move("T1", TenancyStage.Left) with { Reason = "搬迁" });
        Assert.Equal((0m, null), (book.State.Tenancies["T1"].Occupied, book.State.CarrierOf("CO1")));
        Assert.Equal("carrier.hasLeft", book.Refused("2024-10-01", Move("T1", TenancyStage.Settled) with { Reason = "回迁" }));
    }

    [Fact]
    public void A_company_sits_in_one_carrier_on_a_day()
    {
        var book = Opened();
        book.Must("2023-01-03", Park("OTHER"));
        book.Must("2023-02-01", Sign("T1", "CO1"));
        book.Must("2023-02-01", Sign("T2", "CO1") with { Carrier = "OTHER" });
        book.Must("2023-05-01", Move("T1", TenancyStage.Settled));
        Assert.Equal("carrier.inTwoCarriers", book.Refused("2023-05-01", Move("T2", TenancyStage.Settled) with { Carrier = "OTHER" }));
        book.Must("2023-06-01", Move("T1", TenancyStage.Left) with { Reason = "换园区" });
        book.Must("2023-06-01", Move("T2", TenancyStage.Settled) with { Carrier = "OTHER" });
        Assert.Equal(("PARK", "OTHER"), (book.On("2023-05-31").CarrierOf("CO1"), book.On("2023-06-01").CarrierOf("CO1")));
    }

    [Fact]
    public void An_entry_that_comes_in_late_may_not_make_a_later_one_wrong()
    {
        var book = Opened();
        book.Must("2023-01-03", Park("OTHER"));
        book.Must("2023-02-01", Sign("T1", "CO1"));
        book.Must("2023-02-01", Sign("T2", "CO1") with { Carrier = "OTHER" });
        book.Must("2023-06-01", Move("T2", TenancyStage.Settled) with { Carrier = "OTHER" });
        Assert.Equal("carrier.inTwoCarriers", book.Refused("2023-05-01", Move("T1", TenancyStage.Settled)));
    }

    [Fact]
    public void Tenants_take_no_more_floor_than_there_is()
    {
        var book = Opened();
        book.Must("2023-02-01", Sign("T1", "CO1", 5_000m));
        book.Must("2023-02-01", Sign("T2", "CO2", 3_000.01m));
        book.Must("2023-03-01", Move("T1", TenancyStage.Settled));
        Assert.Equal("carrier.overfilled", book.Refused("2023-03-01", Move("T2", TenancyStage.Settled)));
        book.Must("2023-03-01", Move("T2", TenancyStage.Settled) with { SquareMetres = 3_000m });
        Assert.Equal("carrier.overfilled", book.Refused("2023-04-01", new CarrierStated("PARK", new CarrierExtent(CarrierStatus.Live, 1m, 7_999m), "")));
    }

    [Fact]
    public void Steps_of_tenants_are_refused_with_their_reason()
    {
        var book = Opened();
        book.Must("2023-02-01", Sign("T1", "CO1"));
        book.Must("2023-03-01", Move("T1", TenancyStage.Producing));
        Assert.Equal("carrier.stageBack", book.Refused("2023-04-01", Move("T1", TenancyStage.Settled)));
        Assert.Equal("carrier.leftWithoutReason", book.Refused("2023-04-01", Move("T1", TenancyStage.Left)));
        Assert.Equal("carrier.tenancyUnknown", book.Refused("2023-04-01", Move("T9", TenancyStage.Settled)));
        Assert.Equal("carrier.tenancyExists", book.Refused("2023-04-01", Sign("T1", "CO2")));
        Assert.Equal("carrier.companyUnknown", book.Refused("2023-04-01", Sign("T2", "XX1")));
        Assert.Equal("carrier.unknown", book.Refused("2023-04-01", Sign("T2", "CO2") with { Carrier = "NOWHERE" }));
        Assert.Equal("carrier.areaNegative", book.Refused("2023-04-01", Sign("T2", "CO2", -1m)));
    }

    [Fact]
    public void An_entry_is_taken_back_unless_later_ones_rest_on_it()
    {
        var book = Opened();
        var signed = book.Must("2023-02-01", Sign("T1", "CO1"));
        var settled = book.Must("2023-03-01", Move("T1", TenancyStage.Settled));
        Assert.Equal("registry.restsOn", book.Refused("2023-02-01", new EntryTakenBack("PARK", signed.Id, "误登")));
        Assert.Equal("registry.reasonMissing", book.Refused("2023-03-01", new EntryTakenBack("PARK", settled.Id, "")));
        var before = settled.DecidedAt!.Value;
        book.Must("2023-03-01", new EntryTakenBack("PARK", settled.Id, "误登"));
        Assert.Equal("registry.nothingToTakeBack", book.Refused("2023-03-01", new EntryTakenBack("PARK", settled.Id, "误登")));
        Assert.Equal((TenancyStage.Signed, TenancyStage.Settled), (book.On("2023-12-31").Tenancies["T1"].Stage, book.On("2023-12-31", before).Tenancies["T1"].Stage));
    }

    [Fact]
    public void Whoever_records_an_entry_does_not_approve_it()
    {
        var entry = RegistryEntry.Record(
            new RegistryEntryId(1), new NodeId(1), Park("PARK"), Day("2023-01-03"), new EntryOrigin(Provenance.Recorded, "", "", null), "manager1", new Stamp(1));
        Assert.Equal("approval.samePerson", entry.Approve("Manager1", new Stamp(2)).Error.Code);
        Assert.Equal("approval.notYours", entry.Withdraw("approver1", new Stamp(2)).Error.Code);
        Assert.True(entry.Approve("approver1", new Stamp(2)).IsSuccess);
        Assert.Equal("approval.notPending", entry.Reject("approver1", new Stamp(3), "too late").Error.Code);
    }

    internal static CarrierOpened Park(string code, decimal? area = 100m, string? parent = null) =>
        new(code, Name("园区"), CarrierKind.Park, null, parent, new CarrierExtent(CarrierStatus.Building, area, 8_000m));

    private static TenantSigned Sign(string code, string company, decimal? floor = null) =>
        new(code, "PARK", TenantKind.Enterprise, Name("示例企业"), company, floor);

    private static TenantMoved Move(string tenancy, TenancyStage stage) => new("PARK", tenancy, stage, null, "");

    private static RegistryBook Opened()
    {
        var book = new RegistryBook();
        book.Must("2023-01-03", Park("PARK"));
        return book;
    }
}

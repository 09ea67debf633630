using FundTracker.Analytics.Registry;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Values;
using static FundTracker.Domain.Tests.Registry.RegistryBook;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>Which carriers and tenants occupancy counts.</summary>
public sealed class OccupancyTests
{
    [Fact]
    public void Only_live_carriers_with_a_stated_floor_and_tenants_that_are_in_count()
    {
        var book = new RegistryBook();
        Open(book, "PARK", CarrierStatus.Live, 1_000m);
        Open(book, "BARE", CarrierStatus.Live, null);
        Open(book, "SITE", CarrierStatus.Building, 900m);
        Open(book, "AWAY", CarrierStatus.Live, 100m, isOwn: false);
        Open(book, "HALL", CarrierStatus.Live, 200m, parent: "PARK");
        foreach (var (code, carrier, floor) in new[] { ("T1", "PARK", 300m), ("T2", "BARE", 50m), ("T3", "HALL", 30m), ("T4", "PARK", 70m), ("T5", "AWAY", 20m), ("T6", "PARK", 40m) })
            book.Must("2023-02-01", new TenantSigned(code, carrier, TenantKind.Enterprise, Name(code), null, floor));
        foreach (var (code, carrier) in new[] { ("T1", "PARK"), ("T2", "BARE"), ("T3", "HALL"), ("T5", "AWAY"), ("T6", "PARK") })
            book.Must("2023-03-01", new TenantMoved(carrier, code, TenancyStage.Settled, null, ""));
        var more = book.Must("2023-04-01", new TenantMoved("PARK", "T1", TenancyStage.Producing, 310m, ""));
        book.Must("2023-04-01", new TenantMoved("PARK", "T6", TenancyStage.Left, null, "moved"));

        // T4 has only signed, T6 has left: (310 + 30) of (1,000 + 200); AWAY is another district's.
        var ours = Occupancy.OfDistrict(book.State, formula => new FigureId(formula, "M"));
        Assert.Equal(340m / 1_200, ours.Require().Fraction);
        Assert.Equal("carrierTaken@M: T3 30, T1 310; carrierLettable@M: HALL 200, PARK 1000", Parts(ours));
        Assert.Equal(more.Id, ((RegistryInput)((FigureInput)ours.Trail.Inputs[0]).Figure.Trail.Inputs[1]).Entry.Id);
        Assert.Equal("registry.carrierTaken@AWAY: T5 20; registry.carrierLettable@AWAY: AWAY 100", Parts(Occupancy.OfCarrier(book.State, book.State.Carriers["AWAY"])));
    }

    [Fact]
    public void A_carrier_without_any_floor_has_no_occupancy_and_an_empty_one_has_none_taken()
    {
        var book = new RegistryBook();
        Open(book, "BARE", CarrierStatus.Live, null);
        Assert.Equal($"{FigureReasons.NoFloor()}", $"{Occupancy.OfCarrier(book.State, book.State.Carriers["BARE"]).NoneReason}");
        Open(book, "HALL", CarrierStatus.Live, 200m, parent: "BARE");
        Assert.Equal(0m, Occupancy.OfCarrier(book.State, book.State.Carriers["BARE"]).Require().Fraction);
    }

    private static string Parts(Figure<Percentage> figure) => string.Join("; ", figure.Trail.Inputs.OfType<FigureInput>().Select(part =>
        $"{part.Figure.Id}: {string.Join(", ", part.Figure.Trail.Inputs.OfType<RegistryInput>().Select(input => FormattableString.Invariant($"{input.Name.Zh} {((Quantity)input.Amount).Value:0}")))}"));

    private static void Open(RegistryBook book, string code, CarrierStatus status, decimal? floor, string? parent = null, bool isOwn = true) => book.Must(
        "2023-01-01", new CarrierOpened(code, Name(code), CarrierKind.Park, isOwn ? null : Name("elsewhere"), parent, new CarrierExtent(status, null, floor)));
}

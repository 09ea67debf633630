using FundTracker.Application.Registry;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>创新载体 carriers, and who is in them.</summary>
internal static class CarrierSheets
{
    /// <summary>Parks, stations and computing centres.</summary>
    public static SheetRule Carriers { get; } = new(
        new SheetFormat(
            "Carriers", ImportColumn.Code("code").Required, ImportColumn.Text("name_zh"), ImportColumn.Text("name_en"),
            ImportColumn.Date("date").Required, ImportColumn.Word<CarrierKindWord>("kind").Required, ImportColumn.Word<CarrierStatusWord>("status").Required,
            ImportColumn.Code("parent"), ImportColumn.Text("district_zh", lengthMax: 100), ImportColumn.Text("district_en", lengthMax: 100),
            ImportColumn.Amount("area_mu"), ImportColumn.Amount("lettable_m2"), ImportColumn.Text("source", lengthMax: 1000)),
        (row, books) => NameOf(row).Then(name => books.Register(row, new CarrierOpened(
            row.Text("code"), name, (CarrierKind)row.Word<CarrierKindWord>("kind"), EntryInput.Name(row.Find("district_zh"), row.Find("district_en")),
            row.Find("parent"), Extent(row)))));

    /// <summary>What is stated of carriers later.</summary>
    public static SheetRule Steps { get; } = new(
        new SheetFormat(
            "CarrierSteps", ImportColumn.Date("date").Required, ImportColumn.Code("carrier").Required,
            ImportColumn.Word<CarrierStatusWord>("status").Required, ImportColumn.Amount("area_mu"), ImportColumn.Amount("lettable_m2"),
            ImportColumn.Text("reason", lengthMax: 1000), ImportColumn.Text("source", lengthMax: 1000)),
        (row, books) => books.Register(row, new CarrierStated(row.Text("carrier"), Extent(row), row.Find("reason") ?? "")));

    /// <summary>Enterprises, projects and institutes that sign.</summary>
    public static SheetRule Tenants { get; } = new(
        new SheetFormat(
            "Tenants", ImportColumn.Code("code").Required, ImportColumn.Date("date").Required, ImportColumn.Code("carrier").Required,
            ImportColumn.Word<TenantKindWord>("kind").Required, ImportColumn.Code("company"), ImportColumn.Text("name_zh"),
            ImportColumn.Text("name_en"), ImportColumn.Amount("floor_m2"), ImportColumn.Text("source", lengthMax: 1000)),
        (row, books) => TenantName(row, books).Then(name => books.Register(row, new TenantSigned(
            row.Text("code"), row.Text("carrier"), (TenantKind)row.Word<TenantKindWord>("kind"), name, row.Find("company"),
            row.FindAmount("floor_m2")))));

    /// <summary>Tenants settle, produce, leave.</summary>
    public static SheetRule TenantSteps { get; } = new(
        new SheetFormat(
            "TenantSteps", ImportColumn.Date("date").Required, ImportColumn.Code("carrier").Required, ImportColumn.Code("tenant").Required,
            ImportColumn.Word<StageWord>("stage").Required, ImportColumn.Amount("floor_m2"), ImportColumn.Text("reason", lengthMax: 1000),
            ImportColumn.Text("source", lengthMax: 1000)),
        (row, books) => books.Register(row, new TenantMoved(
            row.Text("carrier"), row.Text("tenant"), (TenancyStage)row.Word<StageWord>("stage"), row.FindAmount("floor_m2"), row.Find("reason") ?? "")));

    /// <summary>Numbers that are known without the records behind them.</summary>
    public static SheetRule Figures { get; } = new(
        new SheetFormat(
            "StatedFigures", ImportColumn.Date("date").Required, ImportColumn.Code("about").Required, ImportColumn.Text("key", lengthMax: 40).Required,
            ImportColumn.Text("label_zh"), ImportColumn.Text("label_en"), ImportColumn.Amount("number").Required, ImportColumn.Amount("total"),
            ImportColumn.Text("unit_zh", lengthMax: 100), ImportColumn.Text("unit_en", lengthMax: 100), ImportColumn.YesNo("at_least"),
            ImportColumn.YesNo("capacity"), ImportColumn.Text("source", lengthMax: 1000).Required),
        ApplyFigure);

    private static Result<Done> ApplyFigure(RecordRow row, WorkbookBooks books)
    {
        if (EntryInput.Name(row.Find("label_zh"), row.Find("label_en")) is not { } label) return ImportErrors.Blank("label_zh");
        return books.Register(row, new FigureStated(
            row.Text("about"), row.Text("key"), label, row.Amount("number"), EntryInput.Name(row.Find("unit_zh"), row.Find("unit_en")),
            row.YesNo("at_least", otherwise: false), row.FindAmount("total"), row.YesNo("capacity", otherwise: false)));
    }

    private static CarrierExtent Extent(RecordRow row) =>
        new((CarrierStatus)row.Word<CarrierStatusWord>("status"), row.FindAmount("area_mu"), row.FindAmount("lettable_m2"));

    private static Result<BilingualName> NameOf(RecordRow row) =>
        EntryInput.Name(row.Find("name_zh"), row.Find("name_en")) is { } name ? name : ImportErrors.Blank("name_zh");

    private static Result<BilingualName> TenantName(RecordRow row, WorkbookBooks books)
    {
        if (!row.Has("company") || row.Has("name_zh") || row.Has("name_en")) return NameOf(row);
        var company = books.Books.Find(row.Text("company"));
        return company is null ? CarrierErrors.CompanyUnknown(row.Text("company")).At("company") : company.Name;
    }

    /// <summary>Numbers are those of the kinds.</summary>
    private enum CarrierKindWord
    {
        None = 0,
        Area = CarrierKind.Area,
        Park = CarrierKind.Park,
        Station = CarrierKind.Station,
        ComputingCentre = CarrierKind.ComputingCentre,
    }

    /// <summary>Numbers are those of the statuses.</summary>
    private enum CarrierStatusWord
    {
        None = 0,
        Planned = CarrierStatus.Planned,
        Signed = CarrierStatus.Signed,
        Building = CarrierStatus.Building,
        Live = CarrierStatus.Live,
    }

    /// <summary>Numbers are those of the kinds.</summary>
    private enum TenantKindWord
    {
        None = 0,
        Enterprise = TenantKind.Enterprise,
        Project = TenantKind.Project,
        Institute = TenantKind.Institute,
    }

    /// <summary>Numbers are those of the stages.</summary>
    private enum StageWord
    {
        None = 0,
        Signed = TenancyStage.Signed,
        Settled = TenancyStage.Settled,
        Producing = TenancyStage.Producing,
        Left = TenancyStage.Left,
    }
}

using System.Globalization;
using FundTracker.Application.Text;
using FundTracker.Domain.Carriers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Social;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Registry;

/// <summary>Events of the registry as sentences.</summary>
public static class EntryText
{
    /// <summary>What happened, in a language.</summary>
    public static string Sentence(RegistryEvent happened, string language)
    {
        var text = Texts.In(language);
        return text.Fill($"entry.{happened.GetType().Name}", Places(happened, language, text));
    }

    /// <summary>A stated figure: <c>409 / 450 项 (90.9 %)</c>, <c>3,800+</c>.</summary>
    public static string Number(FigureStated figure, string language)
    {
        var unit = figure.Unit?.In(language) is { Length: > 0 } named ? " " + named : "";
        var whole = figure.Total is { } total ? $" / {Plain(total)}" : "";
        var share = figure.Share is { } part
            ? $" ({decimal.Round(part.Percent, 1, MidpointRounding.AwayFromZero).ToString("F1", CultureInfo.InvariantCulture)} %)"
            : "";
        return $"{Plain(figure.Value)}{(figure.IsAtLeast ? "+" : "")}{whole}{unit}{share}";
    }

    private static IReadOnlyList<(string, object?)> Places(RegistryEvent happened, string language, Texts text) => happened switch
    {
        CarrierOpened e => [("name", e.Name.In(language)), ("kind", text.Of(e.Kind)), .. Extent(e.Extent, text)],
        CarrierStated e => [("carrier", e.Carrier), .. Extent(e.Extent, text), ("why", e.Reason)],
        TenantSigned e => [("name", e.Name.In(language)), ("kind", text.Of(e.Kind)), ("carrier", e.Carrier), ("floor", Area(e.SquareMetres))],
        TenantMoved e => [("tenancy", e.Tenancy), ("carrier", e.Carrier), ("stage", text.Of(e.Stage)), ("floor", Area(e.SquareMetres)), ("why", e.Reason)],
        ProgrammeAdopted e => [("name", e.Name.In(language)), ("body", e.Body), ("until", e.Until is { } day ? text.Print(day) : "—")],
        TaskAdded e =>
        [
            ("name", e.Title.In(language)), ("programme", e.Programme), ("owner", e.Owner), ("due", text.Print(e.Due)), ("weight", Plain(e.Weight)),
        ],
        TaskMoved e =>
        [
            ("task", e.Task), ("programme", e.Programme), ("stage", text.Of(e.Stage)), ("percent", e.Percent is { } done ? $"{Plain(done)} %" : "—"),
            ("proof", e.Evidence.Length > 0 ? e.Evidence : "—"), ("why", e.Reason),
        ],
        FigureStated e => [("label", e.Label.In(language)), ("about", e.About), ("number", Number(e, language))],
        YearStated e => [("company", e.Company), ("year", e.Year), .. Year(e.Results, text)],
        DiligenceRecorded e =>
        [
            ("holder", e.Holder), ("investee", e.Investee), ("decided", text.Print(e.DecidedOn)), ("known", e.Known), ("by", e.KnownBy),
            ("yes", e.Count(DiligenceAnswer.Yes)), ("no", e.Count(DiligenceAnswer.No)), ("open", e.Count(DiligenceAnswer.NotApplicable)),
        ],
        EntryTakenBack e => [("entry", e.Entry.ToString()), ("why", e.Why)],
        _ => throw new ArgumentException($"{happened.GetType()} has no sentence.", nameof(happened)),
    };

    private static (string, object?)[] Extent(CarrierExtent extent, Texts text) =>
        [("status", text.Of(extent.Status)), ("area", Area(extent.AreaMu)), ("lettable", Area(extent.LettableSquareMetres))];

    private static (string, object?)[] Year(YearResults results, Texts text) =>
    [
        ("revenue", Amount(results.Revenue, text)), ("tax", Amount(results.Tax, text)), ("research", Amount(results.Research, text)),
        ("jobs", results.Jobs is { } jobs ? Plain(jobs) : "—"), ("patents", results.Patents is { } patents ? Plain(patents) : "—"),
    ];

    private static string Amount(Money? money, Texts text) => money is null ? "—" : text.Print(money);

    private static string Area(decimal? area) => area is { } number ? Plain(number) : "—";

    private static string Plain(decimal number) => number.ToString("#,##0.####", CultureInfo.InvariantCulture);
}

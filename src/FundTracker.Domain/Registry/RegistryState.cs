using FundTracker.Domain.Carriers;
using FundTracker.Domain.Programmes;
using FundTracker.Domain.Social;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Registry;

/// <summary>Carriers, programmes, companies' years and due-diligence records as they stand after some entries.</summary>
public sealed class RegistryState
{
    private readonly Dictionary<string, Carrier> carriers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tenancy> tenancies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Programme> programmes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Company, int Year), CompanyYear> years = [];
    private readonly Dictionary<(string Subject, string Key), StatedFigure> figures = [];
    private readonly Dictionary<(string Holder, string Investee, DateOnly DecidedOn), DiligenceRecord> diligence = [];

    /// <summary>Carriers by code.</summary>
    public IReadOnlyDictionary<string, Carrier> Carriers => carriers;

    /// <summary>Tenancies by code.</summary>
    public IReadOnlyDictionary<string, Tenancy> Tenancies => tenancies;

    /// <summary>Programmes by code.</summary>
    public IReadOnlyDictionary<string, Programme> Programmes => programmes;

    /// <summary>What companies stated, by company and year.</summary>
    public IReadOnlyDictionary<(string Company, int Year), CompanyYear> Years => years;

    /// <summary>Due-diligence records of a fund's decisions, by the day of the decision, then by whom it is about.</summary>
    public IReadOnlyList<DiligenceRecord> DiligenceOf(string holder) =>
    [
        .. diligence.Values.Where(record => record.Holder == holder).OrderBy(record => record.DecidedOn)
            .ThenBy(record => record.Investee, StringComparer.Ordinal),
    ];

    /// <summary>Stated figures of a carrier or programme, in the order in which they were first stated.</summary>
    public IReadOnlyList<StatedFigure> FiguresOf(string subject) =>
        [.. figures.Where(pair => pair.Key.Subject == subject).Select(pair => pair.Value)];

    /// <summary>The tenancies of a carrier itself, without those of its parts; by code.</summary>
    public IReadOnlyList<Tenancy> TenanciesOf(string carrier) =>
        [.. tenancies.Values.Where(tenancy => tenancy.Carrier == carrier).OrderBy(tenancy => tenancy.Code, StringComparer.Ordinal)];

    /// <summary>The carrier in which a company sits; null where it sits in none.</summary>
    public string? CarrierOf(string company) =>
        tenancies.Values.FirstOrDefault(tenancy => tenancy.Company == company && tenancy.IsIn)?.Carrier;

    /// <summary>A carrier and all that are part of it, itself first.</summary>
    public IReadOnlyList<Carrier> WithParts(Carrier carrier) =>
    [
        carrier, .. carriers.Values.Where(part => part.Parent == carrier.Code).OrderBy(part => part.Code, StringComparer.Ordinal).SelectMany(WithParts),
    ];

    internal void Keep(Carrier carrier) => carriers[carrier.Code] = carrier;

    internal void Keep(Tenancy tenancy) => tenancies[tenancy.Code] = tenancy;

    internal void Keep(Programme programme) => programmes[programme.Code] = programme;

    internal void Keep(CompanyYear year) => years[(year.Company, year.Year)] = year;

    internal void Keep(StatedFigure figure) => figures[(figure.Figure.About, figure.Figure.Key)] = figure;

    internal void Add(DiligenceRecorded recorded, RegistryEntry entry)
    {
        var key = (recorded.Holder, recorded.Investee, recorded.DecidedOn);
        if (!diligence.TryGetValue(key, out var record)) diligence[key] = record = new DiligenceRecord(key.Holder, key.Investee, key.DecidedOn);
        record.Take(new DiligenceVersion(recorded, entry));
    }
}

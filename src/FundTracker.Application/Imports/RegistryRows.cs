using FundTracker.Domain.Carriers;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>The registry as an import sees it: what is approved, and on top of it what the rows judged so far would add.</summary>
internal sealed class RegistryRows : IRegistryMembers
{
    private readonly ImportBooks books;
    private readonly RegistryJournal journal;
    private readonly Stamp at;

    /// <summary>The registry of the books.</summary>
    public RegistryRows(ImportBooks books)
    {
        (this.books, journal) = (books, new RegistryJournal(books.Existing?.Snapshot.Entries ?? [], this));
        at = books.Head is { } head && head.LastRecordedAt >= books.At ? head.LastRecordedAt.Next : books.At;
    }

    /// <summary>Entries that the file adds.</summary>
    public List<RegistryEntry> New { get; } = [];

    /// <inheritdoc/>
    public bool IsCompany(string code) => books.Find(code) is PortfolioCompany;

    /// <inheritdoc/>
    public bool IsFund(string code) => books.Find(code) is Fund;

    /// <summary>Takes what a row says in, judged as if it were approved; a refusal names the row's column where it can.</summary>
    public Result<Done> Add(RecordRow row, RegistryEvent happened, Signatures signed)
    {
        if (books.Root is not { } root) return ImportErrors.NoMotherFund(books.Code).At("date");
        if (row.Date > books.Desk.Today && !books.IsOpening) return RegistryErrors.InFuture(row.Date, books.Desk.Today).At("date");
        if (books.Judge(row.Date) is { } closed) return closed;
        var origin = new EntryOrigin(row.Provenance, string.Join(' ', row.IllustrativeFields), row.Find("source") ?? row.Find("evidence") ?? "", null);
        var entry = RegistryEntry.Stand(new RegistryEntryId(books.Desk.NextId()), root.Id, happened, row.Date, origin, signed, books.IsOpening ? books.At : at);
        return Named(row, journal.Add(entry)).Then(_ => StateCarrier(entry)).Map(done =>
        {
            New.Add(entry);
            return done;
        });
    }

    private static Result<Done> Named(RecordRow row, Result<Done> judged) => judged.IsSuccess
        ? judged
        : Result<Done>.Refused([.. judged.Errors.Select(error => ColumnOf(error.Code, row) is { } column ? error.At(column) : error)]);

    /// <summary>The column that a refusal speaks of; null for the row as a whole.</summary>
    private static string? ColumnOf(string code, RecordRow row) => code switch
    {
        "carrier.exists" or "programme.exists" or "carrier.tenancyExists" => "code",
        "carrier.unknown" => row.Sheet == "Carriers" ? "parent" : "carrier",
        "carrier.areaNegative" => row.Has("floor_m2") ? "floor_m2" : row.Has("area_mu") && row.Amount("area_mu") < 0 ? "area_mu" : "lettable_m2",
        "carrier.statusBack" => "status",
        "carrier.companyUnknown" or "social.companyUnknown" or "carrier.inTwoCarriers" => row.Has("company") ? "company" : "tenant",
        "carrier.tenancyUnknown" or "carrier.hasLeft" => "tenant",
        "carrier.stageBack" or "programme.stageBack" => "stage",
        "carrier.leftWithoutReason" => "reason",
        "programme.unknown" => "programme",
        "programme.endsBeforeItBegins" => "until",
        "programme.taskExists" or "programme.taskUnknown" => "task",
        "programme.dueBeforeBegin" or "programme.dueAfterEnd" => "due_date",
        "programme.weightNotPositive" or "programme.weightsAboveWhole" => "weight",
        "programme.percentOutside" => "percent",
        "programme.evidenceMissing" => "evidence",
        "registry.subjectUnknown" => "about",
        "registry.figureNegative" => row.Amount("number") < 0 ? "number" : "total",
        "registry.figureAboveTotal" => "total",
        "tolerance.holderUnknown" => "fund",
        "tolerance.investeeUnknown" => "about",
        "tolerance.nothingKnown" => "known",
        "tolerance.itemNotAsked" or "tolerance.itemTwice" or "tolerance.itemUnanswered" or "tolerance.noteMissing" => "checks",
        "social.yearNotOver" => "year",
        "social.negative" => row.FindAmount("revenue") < 0 ? "revenue" : "research",
        _ => null,
    };

    private Result<Done> StateCarrier(RegistryEntry entry)
    {
        if (entry.Event is not TenantMoved) return Done.Value;
        var missing = CarrierFacts.Missing(
            entry.Event, entry.EffectiveFrom, journal.On(entry.EffectiveFrom), code => books.Find(code)?.Id,
            company => Stated(company, entry.EffectiveFrom));
        return missing is null ? Done.Value : books.State(missing);
    }

    /// <summary>The carrier that the facts give a company on a day, those of this import included.</summary>
    private string? Stated(NodeId company, DateOnly day)
    {
        var there = books.Existing?.Snapshot.FactOn(company, FactNames.Carrier, day, Stamp.Max);
        return books.Facts
            .Where(fact => fact.Subject == company && fact.Name == FactNames.Carrier && fact.EffectiveFrom <= day
                && fact.EffectiveFrom >= (there?.EffectiveFrom ?? DateOnly.MinValue))
            .OrderBy(fact => fact.EffectiveFrom).LastOrDefault()?.Value ?? there?.Value;
    }
}

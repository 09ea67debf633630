using FundTracker.Application.Books;
using FundTracker.Application.Imports.Positions;
using FundTracker.Application.Policies;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Results;

namespace FundTracker.Application.Imports;

/// <summary>Reads a file and judges it: the step that dry run, submission and import have in common.</summary>
/// <param name="desk">Database, clock, keys.</param>
/// <param name="reader">Reads files.</param>
/// <param name="cases">Says what cases of local re-investment are recognised at.</param>
/// <param name="foresight">Says what rules would make of it.</param>
internal sealed class ImportFiles(Desk desk, IImportFileReader reader, LocalCases cases, BooksForesight foresight)
{
    /// <summary>In a dry run nobody has approved yet; the name stands for whoever will.</summary>
    private const string NotYetApproved = "(pending)";

    /// <summary>Judges a workbook.</summary>
    /// <param name="books">Code of the mother fund.</param>
    /// <param name="file">Name and bytes.</param>
    /// <param name="signed">Who handed in and who approves; null while it is handed in.</param>
    /// <param name="progress">Is told how far it is; may be null.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public Task<Result<ImportPlan>> Workbook(
        string books, (string Name, byte[] Content) file, Signatures? signed, IProgress<ImportProgress>? progress, CancellationToken cancellation) =>
        Read(file, progress).Then(async sheets =>
        {
            var known = WorkbookSheets.Recognise(sheets) ?? sheets;
            var opened = await ImportBooks.Open(desk, books, signed is null ? ImportPurpose.DryRun : ImportPurpose.Approval, cancellation);
            var plan = await WorkbookPlanner.Plan(
                opened, signed ?? new Signatures(desk.User, NotYetApproved, Voucher: null), known, cases.TermsOn, progress, cancellation);
            if (signed is null) plan.Remarks.AddRange(await WhatApprovalAsks(plan, cancellation));
            return Judged(plan);
        });

    /// <summary>
    /// Rules whose results an import that can be posted would change, on the day of its last line. Of books that it opens itself nothing is
    /// foreseen: what they are like is history.
    /// </summary>
    /// <param name="plan">The import.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public Task<Result<ForeseenRulesAnswer>> Foresee(ImportPlan plan, CancellationToken cancellation) => plan.Books.Existing is { } there
        ? foresight.Of(there.Snapshot, plan.Books.AsPosted(), [.. plan.Workbook!.Plans.Values], cancellation)
        : Task.FromResult<Result<ForeseenRulesAnswer>>(new ForeseenRulesAnswer(Day: null, []));

    private async Task<IReadOnlyList<DomainError>> WhatApprovalAsks(ImportPlan plan, CancellationToken cancellation)
    {
        if (!plan.CanBePosted) return [];
        var reasons = (await Foresee(plan, cancellation)).Then(foreseen => ForeseenRules.Override(foreseen.Changes, reason: ""));
        return [.. ImportGate.Ask(plan, NotYetApproved).Errors, .. reasons.Errors];
    }

    /// <summary>Judges a position table.</summary>
    public Task<Result<ImportPlan>> Positions(
        string books, (string Name, byte[] Content) file, PositionOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellation) =>
        Read(file, progress).Then(async sheets =>
        {
            var opened = await ImportBooks.Open(desk, books, ImportPurpose.Opening, cancellation);
            return Judged(await PositionPlanner.Plan(opened, sheets, options, progress, cancellation));
        });

    private static Result<ImportPlan> Judged(ImportPlan plan)
    {
        if (plan.Books.Root is null && plan.CanBePosted) plan.Errors.Add(ImportErrors.NoMotherFund(plan.Books.Code));
        return plan;
    }

    private Result<IReadOnlyList<ImportSheet>> Read((string Name, byte[] Content) file, IProgress<ImportProgress>? progress)
    {
        progress?.Report(new ImportProgress(ImportStep.Reading, 0, 1));
        return reader.Read(file.Name, file.Content).Then<IReadOnlyList<ImportSheet>>(sheets =>
        {
            progress?.Report(new ImportProgress(ImportStep.Reading, 1, 1));
            return sheets.All(sheet => sheet.Rows.Count == 0) ? ImportErrors.NothingInFile(file.Name) : Result<IReadOnlyList<ImportSheet>>.Ok(sheets);
        });
    }
}

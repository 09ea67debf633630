using FundTracker.Application.Exports;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Imports;

/// <summary>The import workbook, to be filled in: every sheet, notes on every column, and the demonstration's records as an example.</summary>
public static class GetTemplate
{
    /// <summary>Asks for the template.</summary>
    /// <param name="IsFilled">Whether the demonstration's records stand in it.</param>
    [AllowedTo(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.Administrator)]
    public sealed record Query(bool IsFilled = true) : IQuery<ExportedFile>;

    internal sealed class Handler(ISpreadsheetWriter writer, IDemoData demo) : IRequestHandler<Query, Result<ExportedFile>>
    {
        public Task<Result<ExportedFile>> Handle(Query q, CancellationToken cancellation) => Task.FromResult(
            Result<ExportedFile>.Ok(TemplateWorkbook.Write(writer, "fundtracker-import", q.IsFilled ? demo.Read() : [])));
    }
}

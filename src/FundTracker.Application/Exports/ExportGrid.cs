using FluentValidation;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Exports;

/// <summary>Writes a grid that its reader has in front of them to a file.</summary>
public static class ExportGrid
{
    /// <summary>Exports a grid.</summary>
    /// <param name="Grid">What stands on the screen.</param>
    /// <param name="FileName">Name without ending.</param>
    /// <param name="Kind">Excel or CSV.</param>
    [AllowedTo(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.Administrator)]
    public sealed record Query(Grid Grid, string FileName, FileKind Kind = FileKind.Excel) : IQuery<ExportedFile>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Grid).NotNull();
            RuleFor(q => q.FileName).NotEmpty().MaximumLength(200);
            RuleFor(q => q.Kind).IsInEnum();
        }
    }

    internal sealed class Handler(ISpreadsheetWriter writer) : IRequestHandler<Query, Result<ExportedFile>>
    {
        public Task<Result<ExportedFile>> Handle(Query q, CancellationToken cancellation) => Task.FromResult(Result<ExportedFile>.Ok(q.Kind.Write(writer, q.Grid, q.FileName)));
    }
}

/// <summary>Kind of an exported file.</summary>
public enum FileKind
{
    /// <summary>Excel workbook.</summary>
    Excel = 1,

    /// <summary>Comma-separated values.</summary>
    Csv = 2,
}

/// <summary>Writing of grids by kind.</summary>
internal static class FileKinds
{
    /// <summary>The grid as a file of the kind.</summary>
    public static ExportedFile Write(this FileKind kind, ISpreadsheetWriter writer, Grid grid, string name) => kind == FileKind.Csv
        ? ExportedFile.Csv(name, writer.Csv(grid))
        : ExportedFile.Workbook(name, writer.Workbook([grid]));
}

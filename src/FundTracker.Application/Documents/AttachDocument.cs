using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Documents;

/// <summary>Attaches the paper behind a record; what it is named for says its type, and its bytes must be of that type.</summary>
public static class AttachDocument
{
    /// <summary>Attaches a document.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="FileName">File name with its ending, at most 300 characters; see <see cref="DocumentRules.Endings"/>.</param>
    /// <param name="Content">The bytes, at most <see cref="SourceDocument.MaxBytes"/>.</param>
    /// <param name="Fund">Code of the fund for which it is attached; needed of a sub-fund's manager, else null.</param>
    [AllowedTo(Role.FundManager, Role.Approver, Role.SubFundManager)]
    public sealed record Command(string Books, string FileName, byte[] Content, string? Fund = null) : ICommand<DocumentId>, IAboutFund
    {
        string IAboutFund.Fund => Fund ?? "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FileName).NotEmpty().MaximumLength(300);
            RuleFor(c => c.FileName).Must(name => name.AsSpan().IndexOfAny("/\\\0\r\n") < 0).When(c => c.FileName is not null);
            RuleFor(c => c.Content).NotNull();
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<DocumentId>>
    {
        public Task<Result<DocumentId>> Handle(Command c, CancellationToken cancellation) => desk.Read(c.Books, cancellation).Then(book =>
            DocumentRules.Check(c.FileName, c.Content).Map(type =>
            {
                var document = SourceDocument.Attach(
                    new DocumentId(desk.NextId()), book.MotherFund, c.FileName, type, c.Content, desk.User, desk.Now);
                return desk.Db.Documents.Add(document).Entity.Id;
            }));
    }
}

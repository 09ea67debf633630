using FluentValidation;
using MediatR;

namespace FundTracker.Architecture.Tests.BadSamples.Slices;

/// <summary>Sends a request from inside a handler, in the part that the compiler moves to another type.</summary>
internal static class CallsThroughTheSender
{
    public sealed record Command(int Amount) : IRequest<int>;

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(IMediator mediator) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken) =>
            await mediator.Send(new NotValidated.Command(request.Amount), cancellationToken);
    }
}

/// <summary>Carries input and checks none of it.</summary>
internal static class NotValidated
{
    public sealed record Command(int Amount) : IRequest<int>;

    internal sealed class Handler : IRequestHandler<Command, int>
    {
        public Task<int> Handle(Command request, CancellationToken cancellationToken) =>
            Task.FromResult(Double(request));

        internal static int Double(Command command) => command.Amount * 2;
    }
}

/// <summary>Calls another slice's handler by hand.</summary>
internal static class CallsTheOtherSlice
{
    public sealed record Query(int Amount) : IRequest<int>;

    internal sealed class Handler : IRequestHandler<Query, int>
    {
        public Task<int> Handle(Query request, CancellationToken cancellationToken) =>
            Task.FromResult(NotValidated.Handler.Double(new NotValidated.Command(request.Amount)));
    }
}

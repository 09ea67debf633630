using FundTracker.Application;
using MediatR;

namespace FundTracker.Architecture.Tests.BadSamples.Channels;

/// <summary>Sends without a scope and without an actor.</summary>
internal sealed class SendsByItself(IMediator mediator)
{
    public Task Send(INotification request) => mediator.Publish(request);
}

/// <summary>Reads past every right.</summary>
internal sealed class ReadsTheDatabase
{
    public static string Describe(object source) => source is IFundTrackerDb ? "the database" : "something else";
}

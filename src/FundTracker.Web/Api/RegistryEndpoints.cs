using FundTracker.Analytics.Registry;
using FundTracker.Application.Carriers;
using FundTracker.Application.Programmes;
using FundTracker.Application.Registry;
using FundTracker.Application.Social;
using FundTracker.Application.Tolerance;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Web.Api;

/// <summary>Addresses of carriers, programmes and companies' years.</summary>
internal static class RegistryEndpoints
{
    public static void MapRegistry(this IEndpointRouteBuilder api)
    {
        var books = api.MapGroup("/books/{books}");
        MapCarriers(books.MapGroup("").WithTags("Carriers"));
        MapProgrammes(books.MapGroup("").WithTags("Programmes"));
        MapTolerance(books.MapGroup("").WithTags("Tolerance"));
        MapEntries(books.MapGroup("").WithTags("Registry"));
    }

    private static void MapCarriers(IEndpointRouteBuilder books)
    {
        books.Query<ListCarriers.Query, ListCarriers.Answer>("/carriers");
        books.Query<GetCarrier.Query, GetCarrier.Answer>("/carriers/{carrier}");
        books.Query<GetChainMap.Query, IReadOnlyList<ChainRow>>("/chain-map");
        books.Command<OpenCarrier.Command, RegistryEntryId>("/carriers");
        books.Command<StateCarrier.Command, RegistryEntryId>("/carriers/{carrier}/extent");
        books.Command<SignTenant.Command, RegistryEntryId>("/carriers/{carrier}/tenants");
        books.Command<MoveTenant.Command, RegistryEntryId>("/carriers/{carrier}/tenants/{tenancy}/steps");
    }

    private static void MapProgrammes(IEndpointRouteBuilder books)
    {
        books.Query<ListProgrammes.Query, ListProgrammes.Answer>("/programmes");
        books.Query<GetProgramme.Query, GetProgramme.Answer>("/programmes/{programme}");
        books.Command<AdoptProgramme.Command, RegistryEntryId>("/programmes");
        books.Command<AddTask.Command, RegistryEntryId>("/programmes/{programme}/tasks");
        books.Command<MoveTask.Command, RegistryEntryId>("/programmes/{programme}/tasks/{task}/steps");
        books.Query<GetSocialResults.Query, GetSocialResults.Answer>("/social-results/{year}");
        books.Command<StateYear.Command, RegistryEntryId>("/companies/{company}/years/{year}");
    }

    private static void MapTolerance(IEndpointRouteBuilder books)
    {
        books.Query<GetTolerance.Query, IReadOnlyList<FundLoss>>("/tolerance");
        books.Query<GetFundTolerance.Query, GetFundTolerance.Answer>("/tolerance/{fund}");
        books.Command<RecordDiligence.Command, RegistryEntryId>("/tolerance/{holder}/diligence/{investee}");
    }

    private static void MapEntries(IEndpointRouteBuilder books)
    {
        books.Query<ListEntries.Query, IReadOnlyList<EntryCard>>("/registry");
        books.Command<StateFigure.Command, RegistryEntryId>("/registry/{about}/figures/{key}");
        books.Command<ApproveEntry.Command, Done>("/registry/{entry}/approval");
        books.Command<RejectEntry.Command, Done>("/registry/{entry}/rejection");
        books.Command<WithdrawEntry.Command, Done>("/registry/{entry}/withdrawal");
        books.Command<TakeEntryBack.Command, RegistryEntryId>("/registry/{entry}/taking-back");
    }
}

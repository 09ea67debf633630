# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/FundTracker.Web --configuration Release --output /app/web \
    && dotnet publish src/FundTracker.Cli --configuration Release --output /app/cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The PDF renderer needs fontconfig and a TrueType font with Chinese; curl is for the health check.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends curl fonts-wqy-microhei libfontconfig1 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
# Where SQLite is chosen, its file is the only thing that the application writes: mount a volume there.
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
WORKDIR /app/web
ENV PATH="$PATH:/app/cli" \
    ASPNETCORE_HTTP_PORTS=8080 \
    FundTracker__Provider=Sqlite \
    ConnectionStrings__FundTracker="Data Source=/data/fundtracker.db"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD curl --fail --silent --show-error --output /dev/null http://localhost:8080/health
ENTRYPOINT ["dotnet", "FundTracker.Web.dll"]
